package org.badgebridge.rule;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.badgebridge.jobs.RecurringJob;

/**
 * Looks whether places are free that somebody waits for: staff may have added some, a badge class
 * may be published again, a learner may be back in the course.
 */
@ApplicationScoped
class LookForPlaces implements RecurringJob {

  private static final System.Logger LOG = System.getLogger(LookForPlaces.class.getName());

  private final PlaceLine line;
  private final GivePlacesJob job;

  @Inject
  LookForPlaces(PlaceLine line, GivePlacesJob job) {
    this.line = line;
    this.job = job;
  }

  @Override
  public String name() {
    return "look-for-places";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run() {
    for (UUID each : line.awaited()) {
      try {
        job.run(each.toString());
      } catch (RuntimeException e) {
        LOG.log(WARNING, "no place given, tried again: badge-class=" + each, e);
      }
    }
  }
}
