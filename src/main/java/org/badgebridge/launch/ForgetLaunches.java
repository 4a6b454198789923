package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.badgebridge.jobs.RecurringJob;

/**
 * Removes launches a day after they are over. A nonce is guarded for far longer than its login, ten
 * minutes, could be answered.
 */
@ApplicationScoped
class ForgetLaunches implements RecurringJob {

  private static final Duration KEPT = Duration.ofDays(1);
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
