package org.badgebridge.passback.scores;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.connector.Connector;

/** The courses that a connector may speak of: of its platform and of its institution. */
@ApplicationScoped
class ServedCourses {

  private static final int LISTED = 20;
  private static final String SELECT =
      "select c.id, c.title from course c join deployment d on d.id = c.deployment_id"
          + " join platform p on p.id = d.platform_id where p.id = ?"
          + " and coalesce(d.institution_id, p.institution_id) = ?";
  private static final String ORDER =
      " order by case d.state when 'ACTIVE' then 0 else 1 end, c.created_at desc, c.id";

  private final Sql sql;

  @Inject
  ServedCourses(Sql sql) {
    this.sql = sql;
  }

  /** One of them. */
  record Served(UUID id, String title) {}

  /**
   * The course of that name: our own id, or the platform's {@code context.id} or another name that
   * it uses. Where several deployments know it, the one that is in use and was seen last.
   */
  Optional<Served> find(Connector connector, String name) {
    return id(name)
        .flatMap(
            id ->
                sql.first(
                    SELECT + " and c.id = ?",
                    ServedCourses::read,
                    connector.platformId(),
                    connector.institutionId(),
                    id))
        .or(
            () ->
                sql.first(
                    SELECT
                        + " and (c.context_id = ? or exists (select 1 from course_alias a"
                        + " where a.course_id = c.id and a.alias = ?))"
                        + ORDER
                        + " limit 1",
                    ServedCourses::read,
                    connector.platformId(),
                    connector.institutionId(),
                    name,
                    name));
  }

  /** Some to choose from. */
  List<Served> newest(Connector connector) {
    return sql.list(
        SELECT + ORDER + " limit " + LISTED,
        ServedCourses::read,
        connector.platformId(),
        connector.institutionId());
  }

  private static Optional<UUID> id(String name) {
    try {
      return name.length() == 36 ? Optional.of(UUID.fromString(name)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Served read(Row row) {
    String title = row.optionalText("title");
    UUID id = row.uuid("id");
    return new Served(id, title == null ? id.toString() : title);
  }
}
