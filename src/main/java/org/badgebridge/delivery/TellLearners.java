package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.badgebridge.jobs.InBatches;
import org.badgebridge.jobs.RecurringJob;

/** Tells learners what they were offered, each in a transaction of its own. */
@ApplicationScoped
class TellLearners implements RecurringJob {

  private final Notices notices;
  private final TellLearner telling;

  @Inject
  TellLearners(Notices notices, TellLearner telling) {
    this.notices = notices;
    this.telling = telling;
  }

  @Override
  public String name() {
    return "tell-learners";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    InBatches.each(notices::due, "telling a learner", this::tell);
  }

  /** What could not be told is put off, so that it stands in nobody's way. */
  private void tell(Notices.Notice notice) {
    try {
      telling.tell(notice);
    } catch (RuntimeException e) {
      notices.putOff(notice);
      throw e;
    }
  }
}
