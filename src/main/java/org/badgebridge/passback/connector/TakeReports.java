package org.badgebridge.passback.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a connector brought. Once this returns (and its transaction with it), nothing of
 * it can be lost: a sender may be told so. A report that came before changes nothing.
 */
@ApplicationScoped
public class TakeReports {

  private static final Duration EXACTNESS = Duration.ofMinutes(1);
  private static final String INSERT =
      "insert into report (connector_id, dedupe_key, course_id, course_reference, activity_kind,"
          + " activity_reference, activity_title, learner_reference, kind, score, maximum, undone,"
          + " occurred_at, received_at, state)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING')";

  private final Sql sql;
  private final Clock clock;

  @Inject
  public TakeReports(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Takes all of them, or fails and takes none. */
  @Transactional
  public void take(Connector connector, List<Report> reports) {
    Instant now = clock.instant();
    sql.insertAllOnce(INSERT, reports.stream().map(report -> row(connector, report, now)).toList());
    heard(connector, now);
  }

  /** Notes that the other side was there; writes at most once a minute. */
  @Transactional
  public void heard(Connector connector) {
    heard(connector, clock.instant());
  }

  private void heard(Connector connector, Instant now) {
    Instant earlier = now.minus(EXACTNESS);
    Instant known = connector.heardAt();
    if (known == null || known.isBefore(earlier)) {
      sql.update(
          "update connector set heard_at = ? where id = ? and (heard_at is null or heard_at < ?)",
          now,
          connector.id(),
          earlier);
    }
  }

  private static @Nullable Object[] row(Connector connector, Report report, Instant now) {
    return new @Nullable Object[] {
      connector.id(),
      report.dedupeKey(),
      report.course().id(),
      report.course().reference(),
      report.activity().kind(),
      report.activity().reference(),
      report.activity().title(),
      report.learner(),
      report.kind(),
      report.score(),
      report.maximum(),
      report.undone(),
      report.occurredAt(),
      now
    };
  }
}
