package org.badgebridge.award.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.badgebridge.jobs.InBatches;
import org.badgebridge.jobs.RecurringJob;

/** Erases what ended requests say about their learners, after a while. */
@ApplicationScoped
class PurgeRequests implements RecurringJob {

  private final DueRequests due;

  @Inject
  PurgeRequests(DueRequests due) {
    this.due = due;
  }

  @Override
  public String name() {
    return "purge-ended-requests";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    InBatches.each(due::due, "purging a request", due::purge);
  }
}
