package org.badgebridge.backpack.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.badgebridge.jobs.RecurringJob;

/** Forgets badges from elsewhere that their owners looked at and did not keep. */
@ApplicationScoped
class ForgetLooks implements RecurringJob {

  private final ImportedBadges badges;
  private final Clock clock;

  @Inject
  ForgetLooks(ImportedBadges badges, Clock clock) {
    this.badges = badges;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "forget-badges-looked-at";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  @Transactional
  public void run() {
    badges.forget(clock.instant().minus(ImportedBadges.LOOK));
  }
}
