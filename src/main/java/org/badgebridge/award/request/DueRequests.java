package org.badgebridge.award.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;

/** Erases what ended requests say, each in a transaction of its own. */
@ApplicationScoped
public class DueRequests {

  private static final Actor CLOCK = Actor.system("clock");
  private static final int BATCH = 200;

  private final Sql sql;
  private final Requests requests;
  private final RequestChanges changes;
  private final Clock clock;

  @Inject
  public DueRequests(Sql sql, Requests requests, RequestChanges changes, Clock clock) {
    this.sql = sql;
    this.requests = requests;
    this.changes = changes;
    this.clock = clock;
  }

  /** Some of those that ended longer ago than their institution keeps. */
  List<UUID> due() {
    return sql.list(
        "select id from award_request where purges_at <= ? order by purges_at, id limit " + BATCH,
        row -> row.uuid("id"),
        clock.instant());
  }

  /** Erases one, if it is still due: staff may have reopened it. */
  @Transactional
  public void purge(UUID id) {
    AwardRequest request = requests.locked(id);
    Instant now = clock.instant();
    Instant due = request.purgesAt();
    if (due == null || due.isAfter(now)) {
      return;
    }
    request.purge(now);
    changes.record(request, CLOCK, "request.purged");
  }
}
