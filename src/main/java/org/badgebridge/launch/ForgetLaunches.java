package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.badgebridge.jobs.RecurringJob;

/**
 * Removes launches two days after their login. A session has long ended then, and a login could be
 * answered for ten minutes only.
 */
@ApplicationScoped
class ForgetLaunches implements RecurringJob {

  private static final Duration KEPT = Duration.ofDays(2);
  private static final int PART = 1_000;

  private final LaunchSessions sessions;
  private final Clock clock;

  @Inject
  ForgetLaunches(LaunchSessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "forget-launches";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(15);
  }

  @Override
  public void run() {
    while (sessions.purge(clock.instant().minus(KEPT), PART) == PART) {
      // the next part
    }
  }
}
