package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Finds what lies above an issuer group, an issuer or a badge class. Reads the tables of {@code
 * institution} and {@code badge_class} by SQL: a scope knows its badge class by id only.
 */
@ApplicationScoped
public class Places {

  private static final String INSTITUTION =
      "select i.id, i.name as institution_name from institution i where i.id = ?";
  private static final String GROUP =
      """
      select i.id, i.name as institution_name, g.id as group_id, g.name as group_name
      from issuer_group g join institution i on i.id = g.institution_id
      where g.id = ?
      """;
  private static final String ISSUER =
      """
      select i.id, i.name as institution_name, g.id as group_id, g.name as group_name,
        s.id as issuer_id, s.name as issuer_name
      from issuer s join institution i on i.id = s.institution_id
        left join issuer_group g on g.id = s.issuer_group_id
      where s.id = ?
      """;
  private static final String BADGE_CLASS =
      """
      select i.id, i.name as institution_name, g.id as group_id, g.name as group_name,
        s.id as issuer_id, s.name as issuer_name, b.id as badge_id, b.name as badge_name
      from badge_class b join issuer s on s.id = b.issuer_id
        join institution i on i.id = s.institution_id
        left join issuer_group g on g.id = s.issuer_group_id
      where b.id = ?
      """;

  private final Sql sql;

  @Inject
  public Places(Sql sql) {
    this.sql = sql;
  }

  /** One step of the way down to a place. */
  public record Step(Level level, UUID id, String name) {}

  /**
   * The place of that level and id.
   *
   * @throws ProblemException NOT_FOUND if there is none
   */
  public Place at(Level level, UUID id) {
    List<Step> way = way(level, id);
    Place place = Place.institution(way.get(0).id());
    return new Place(
        place.institutionId(),
        step(way, Level.ISSUER_GROUP),
        step(way, Level.ISSUER),
        step(way, Level.BADGE_CLASS));
  }

  /** The place of an issuer. */
  public Place issuer(UUID id) {
    return at(Level.ISSUER, id);
  }

  /** The place of a badge class. */
  public Place badgeClass(UUID id) {
    return at(Level.BADGE_CLASS, id);
  }

  private static @Nullable UUID step(List<Step> way, Level level) {
    return way.stream()
        .filter(each -> each.level() == level)
        .map(Step::id)
        .findFirst()
        .orElse(null);
  }

  /** From the institution down to the place, with names. */
  public List<Step> way(Level level, UUID id) {
    String query =
        switch (level) {
          case INSTITUTION -> INSTITUTION;
          case ISSUER_GROUP -> GROUP;
          case ISSUER -> ISSUER;
          case BADGE_CLASS -> BADGE_CLASS;
        };
    return sql.first(query, row -> steps(row, level), id)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  private static List<Step> steps(Row row, Level level) {
    List<Step> way = new ArrayList<>();
    way.add(new Step(Level.INSTITUTION, row.uuid("id"), row.text("institution_name")));
    if (level != Level.INSTITUTION && row.optionalUuid("group_id") != null) {
      way.add(new Step(Level.ISSUER_GROUP, row.uuid("group_id"), row.text("group_name")));
    }
    if (level == Level.ISSUER || level == Level.BADGE_CLASS) {
      way.add(new Step(Level.ISSUER, row.uuid("issuer_id"), row.text("issuer_name")));
    }
    if (level == Level.BADGE_CLASS) {
      way.add(new Step(Level.BADGE_CLASS, row.uuid("badge_id"), row.text("badge_name")));
    }
    return way;
  }
}
