package org.badgebridge.passback.connector;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.badgebridge.jobs.RecurringJob;
import org.badgebridge.passback.CourseLooked;

/**
 * Sorts out what was received, in the order in which it came: whom and what it is about, and into
 * the inbox with it. Reports about unknown courses or people wait, and are looked at again when
 * these have become known.
 */
@ApplicationScoped
class SortReports implements RecurringJob {

  private static final System.Logger LOG = System.getLogger(SortReports.class.getName());
  private static final int BATCH = 500;
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final Reports reports;
  private final MatchReports matchReports;
  private final Clock clock;

  private Instant revivedAt = Instant.parse("2000-01-01T00:00:00Z");

  @Inject
  SortReports(Reports reports, MatchReports matchReports, Clock clock) {
    this.reports = reports;
    this.matchReports = matchReports;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "sort-reports";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(2);
  }

  @Override
  public synchronized void run() {
    Instant now = clock.instant();
    if (!now.isBefore(revivedAt.plus(AGAIN))) {
      reports.revive(revivedAt.minus(AGAIN), now); // with time for transactions that were open
      revivedAt = now;
      reports.purge(now);
    }
    sortAll();
  }

  /** What a look brought is sorted out before the lecturer who asked for it is told. */
  synchronized void sort(@Observes CourseLooked looked) {
    sortAll();
  }

  private void sortAll() {
    List<Reports.Waiting> batch = reports.waiting(BATCH);
    while (!batch.isEmpty()) {
      sort(batch);
      batch = reports.waiting(BATCH);
    }
  }

  private void sort(List<Reports.Waiting> batch) {
    try {
      matchReports.match(batch);
    } catch (RuntimeException e) {
      LOG.log(ERROR, "reports are sorted one by one", e);
      batch.forEach(this::sortAlone);
    }
  }

  private void sortAlone(Reports.Waiting one) {
    try {
      matchReports.match(List.of(one));
    } catch (RuntimeException e) {
      LOG.log(ERROR, "report=" + one.id() + " cannot be sorted now", e);
      reports.settle(List.of(one.id()), Reports.State.FAILED);
    }
  }
}
