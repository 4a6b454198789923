package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.badgebridge.jobs.InBatches;
import org.badgebridge.jobs.RecurringJob;

/** Lets offers lapse that nobody claimed in time. */
@ApplicationScoped
class LapseAwards implements RecurringJob {

  private final DueAwards due;
  private final AwardTurns turns;

  @Inject
  LapseAwards(DueAwards due, AwardTurns turns) {
    this.due = due;
    this.turns = turns;
  }

  @Override
  public String name() {
    return "lapse-awards";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run() {
    InBatches.each(due::lapsing, "letting an award lapse", turns::lapse);
  }
}
