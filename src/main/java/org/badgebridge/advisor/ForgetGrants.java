package org.badgebridge.advisor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.badgebridge.jobs.RecurringJob;

/** Forgets what is over for a year, with the advisors' addresses and the log. */
@ApplicationScoped
public class ForgetGrants implements RecurringJob {

  static final Duration KEPT = Duration.ofDays(365);

  private final Grants grants;
  private final Clock clock;

  @Inject
  public ForgetGrants(Grants grants, Clock clock) {
    this.grants = grants;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "forget-advisor-grants";
  }

  @Override
  public Duration every() {
    return Duration.ofDays(1);
  }

  @Override
  @Transactional
  public void run() {
    grants.forget(clock.instant().minus(KEPT));
  }
}
