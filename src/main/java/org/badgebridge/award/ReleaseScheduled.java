package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.badgebridge.jobs.InBatches;
import org.badgebridge.jobs.RecurringJob;

/** Offers scheduled awards when their moment has come. */
@ApplicationScoped
class ReleaseScheduled implements RecurringJob {

  private final DueAwards due;
  private final AwardTurns turns;

  @Inject
  ReleaseScheduled(DueAwards due, AwardTurns turns) {
    this.due = due;
    this.turns = turns;
  }

  @Override
  public String name() {
    return "release-scheduled-awards";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void run() {
    InBatches.each(due::scheduled, "releasing an award", turns::release);
  }
}
