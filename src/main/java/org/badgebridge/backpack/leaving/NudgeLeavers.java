package org.badgebridge.backpack.leaving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.badgebridge.jobs.InBatches;
import org.badgebridge.jobs.RecurringJob;

/** Tells learners, before enrolment ends, how to keep their backpack; each once and never again. */
@ApplicationScoped
class NudgeLeavers implements RecurringJob {

  private final EnrolmentEnds ends;
  private final Leavers leavers;
  private final NudgeLeaver nudge;

  @Inject
  NudgeLeavers(EnrolmentEnds ends, Leavers leavers, NudgeLeaver nudge) {
    this.ends = ends;
    this.leavers = leavers;
    this.nudge = nudge;
  }

  @Override
  public String name() {
    return "nudge-leavers";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void run() {
    for (EnrolmentEnds.End each : ends.telling()) {
      InBatches.each(
          () -> leavers.due(each.institutionId()),
          "telling a leaver",
          leaver -> nudge.nudge(leaver, each.institutionId()));
    }
  }
}
