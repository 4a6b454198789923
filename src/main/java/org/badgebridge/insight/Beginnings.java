package org.badgebridge.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** How far a new installation has come: what an administrator should do next. */
@ApplicationScoped
public class Beginnings {

  private final Sql sql;

  @Inject
  public Beginnings(Sql sql) {
    this.sql = sql;
  }

  /**
   * The steps to the first award.
   *
   * @param connected a learning platform may launch
   * @param attached a badge class was put into a course
   * @param offered somebody was offered a badge, test users aside
   */
  public record Steps(boolean connected, boolean attached, boolean offered) {}

  /**
   * Where an institution stands.
   *
   * @param institutionId null for the whole installation
   */
  public Steps steps(@Nullable UUID institutionId) {
    return new Steps(
        any("select 1 as one from platform where state = 'ACTIVE'", institutionId),
        any(
            "select 1 as one from attachment a join badge_class b on b.id = a.badge_class_id"
                + " join issuer i on i.id = b.issuer_id where 1 = 1",
            institutionId),
        any(
            "select 1 as one from direct_award where offered_at is not null and not sandbox",
            institutionId));
  }

  private boolean any(String query, @Nullable UUID institutionId) {
    Function<Row, Integer> one = row -> row.integer("one");
    return institutionId == null
        ? sql.first(query + " limit 1", one).isPresent()
        : sql.first(query + " and institution_id = ? limit 1", one, institutionId).isPresent();
  }
}
