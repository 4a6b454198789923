package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.badgebridge.jobs.InBatches;
import org.badgebridge.jobs.RecurringJob;

/** Erases what withdrawn awards say about their learners, after a while. */
@ApplicationScoped
class PurgeWithdrawn implements RecurringJob {

  private final DueAwards due;
  private final AwardTurns turns;

  @Inject
  PurgeWithdrawn(DueAwards due, AwardTurns turns) {
    this.due = due;
    this.turns = turns;
  }

  @Override
  public String name() {
    return "purge-withdrawn-awards";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    InBatches.each(due::withdrawn, "purging an award", turns::purge);
  }
}
