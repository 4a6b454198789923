package org.badgebridge.insight.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.jobs.RecurringJob;

/**
 * Keeps the sums up to date: every minute, so that readers find little to do, and before each look,
 * so that what they see is true.
 */
@ApplicationScoped
public class Tally implements RecurringJob {

  private static final String UP_TO_DATE =
      """
      select 1 as one from insight_tally t
      where t.institution_id = ? and t.aged_on >= ? and not exists (
        select 1 from award_touch a where a.institution_id = t.institution_id)
      """;

  private static final String BEHIND =
      """
      select i.id from institution i left join insight_tally t on t.institution_id = i.id
      where t.counted_at is null or t.aged_on < ?
        or exists (select 1 from award_touch a where a.institution_id = i.id)
      """;

  private final Sql sql;
  private final CountAwards counting;
  private final Clock clock;

  @Inject
  public Tally(Sql sql, CountAwards counting, Clock clock) {
    this.sql = sql;
    this.counting = counting;
    this.clock = clock;
  }

  /** Returns when all changes that were committed before are counted. */
  public void settle(UUID institutionId) {
    if (sql.first(UP_TO_DATE, row -> row.integer("one"), institutionId, today()).isEmpty()) {
      count(institutionId);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void count(UUID institutionId) {
    boolean more = true;
    while (more) {
      more = counting.some(institutionId);
    }
  }

  @Override
  public String name() {
    return "count-awards";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    sql.list(BEHIND, row -> row.uuid("id"), today()).forEach(this::count);
  }
}
