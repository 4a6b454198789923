package org.badgebridge.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.badgebridge.jobs.RecurringJob;

/** Removes uploaded files a month after nobody decided on them. */
@ApplicationScoped
class ForgetUploads implements RecurringJob {

  private static final Duration KEPT = Duration.ofDays(30);

  private final Uploads uploads;
  private final Clock clock;

  @Inject
  ForgetUploads(Uploads uploads, Clock clock) {
    this.uploads = uploads;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "forget-framework-uploads";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(12);
  }

  @Override
  public void run() {
    uploads.discardBefore(clock.instant().minus(KEPT));
  }
}
