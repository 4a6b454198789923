package org.badgebridge.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.badgebridge.database.Sql;

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

  /** Where this installation stands. */
  public Steps steps() {
    return new Steps(
        any("select 1 as one from platform where state = 'ACTIVE' limit 1"),
        any("select 1 as one from attachment limit 1"),
        any(
            "select 1 as one from direct_award"
                + " where offered_at is not null and not sandbox limit 1"));
  }

  private boolean any(String query) {
    return sql.first(query, row -> row.integer("one")).isPresent();
  }
}
