package org.badgebridge.award.request;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.jobs.RecurringJob;

/** Erases what ended requests say about their learners, after a while. */
@ApplicationScoped
class PurgeRequests implements RecurringJob {

  private static final System.Logger LOG = System.getLogger(PurgeRequests.class.getName());

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

  /** One that fails is left for the next time, and stops none of the others. */
  @Override
  public void run() {
    Set<UUID> tried = new HashSet<>();
    List<UUID> batch = due.due();
    while (batch.stream().anyMatch(id -> !tried.contains(id))) {
      batch.stream().filter(tried::add).forEach(this::purge);
      batch = due.due();
    }
  }

  private void purge(UUID id) {
    try {
      due.purge(id);
    } catch (RuntimeException e) {
      LOG.log(ERROR, "request " + id + " was not purged", e);
    }
  }
}
