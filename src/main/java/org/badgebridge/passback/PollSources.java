package org.badgebridge.passback;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.badgebridge.jobs.RecurringJob;
import org.badgebridge.passback.WatchedActivities.Watched;

/** Looks for evidence about every activity that a rule watches, when its time has come. */
@ApplicationScoped
class PollSources implements RecurringJob {

  private static final System.Logger LOG = System.getLogger(PollSources.class.getName());
  private static final int AT_MOST = 200;

  private final Watches watched;
  private final PollActivity pollActivity;
  private final Clock clock;

  @Inject
  PollSources(Watches watched, PollActivity pollActivity, Clock clock) {
    this.watched = watched;
    this.pollActivity = pollActivity;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "poll-sources";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void run() {
    Round round = new Round();
    for (Watched each : watched.due(clock.instant(), AT_MOST)) {
      try {
        pollActivity.whenDue(each, round);
      } catch (RuntimeException e) {
        LOG.log(ERROR, "poll activity=" + each.activityId() + " failed", e);
      }
    }
  }
}
