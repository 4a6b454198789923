package org.badgebridge.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** Reads courses. They are written by {@link RecordCourse}. */
@ApplicationScoped
public class Courses {

  static final String COLUMNS =
      "c.id as c_id, c.deployment_id, c.context_id, c.title as c_title, c.label, c.history,"
          + " c.memberships_url, c.lineitems_url, c.ags_scopes, c.roster_at";

  private final Sql sql;

  @Inject
  public Courses(Sql sql) {
    this.sql = sql;
  }

  /** The course, if it is known. */
  public Optional<Course> find(UUID id) {
    return sql.first("select " + COLUMNS + " from course c where c.id = ?", Courses::read, id);
  }

  /** The course that a deployment calls so, if it is known. */
  public Optional<Course> find(UUID deploymentId, String contextId) {
    return sql.first(
        "select " + COLUMNS + " from course c where c.deployment_id = ? and c.context_id = ?",
        Courses::read,
        deploymentId,
        contextId);
  }

  /** The courses among these ids. */
  public List<Course> find(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return sql.list(
        "select " + COLUMNS + " from course c where c.id in (" + Sql.marks(ids.size()) + ")",
        Courses::read,
        ids.toArray());
  }

  /** The courses of an institution on a platform that we were placed in last. */
  public List<Course> lastPlaced(UUID platformId, UUID institutionId, int limit) {
    return sql.list(
        "select "
            + COLUMNS
            + " from course c join deployment d on d.id = c.deployment_id"
            + " join platform p on p.id = d.platform_id"
            + " join (select course_id, max(created_at) as placed_at from resource_link"
            + " group by course_id) l on l.course_id = c.id"
            + " where p.id = ? and coalesce(d.institution_id, p.institution_id) = ?"
            + " order by l.placed_at desc, c.id limit "
            + limit,
        Courses::read,
        platformId,
        institutionId);
  }

  /** The platform of its deployment. */
  public UUID platformOf(UUID courseId) {
    return owner("d.platform_id", courseId);
  }

  /** The institution of its deployment. */
  public UUID institutionOf(UUID courseId) {
    return owner("coalesce(d.institution_id, p.institution_id)", courseId);
  }

  /** The course as it is now, held until the transaction ends: others who ask so wait. */
  Course locked(UUID id) {
    sql.update("update course set version = version + 1 where id = ?", id);
    return find(id).orElseThrow();
  }

  void markRoster(UUID courseId, Instant at) {
    sql.update("update course set roster_at = ? where id = ?", at, courseId);
  }

  private UUID owner(String column, UUID courseId) {
    return sql.first(
            "select "
                + column
                + " as owner from course c join deployment d on d.id = c.deployment_id"
                + " join platform p on p.id = d.platform_id where c.id = ?",
            row -> row.uuid("owner"),
            courseId)
        .orElseThrow(() -> new IllegalArgumentException("no course " + courseId));
  }

  static Course read(Row row) {
    return new Course(
        row.uuid("c_id"),
        row.uuid("deployment_id"),
        row.text("context_id"),
        row.optionalText("c_title"),
        row.optionalText("label"),
        row.optionalText("history"),
        row.optionalText("memberships_url"),
        row.optionalText("lineitems_url"),
        scopes(row.optionalText("ags_scopes")),
        row.optionalInstant("roster_at"));
  }

  private static Set<String> scopes(@Nullable String stored) {
    return stored == null || stored.isBlank()
        ? Set.of()
        : Arrays.stream(stored.split(" ")).collect(Collectors.toUnmodifiableSet());
  }
}
