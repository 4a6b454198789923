package org.badgebridge.passback.gradebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.badgebridge.database.Sql;
import org.badgebridge.keys.Digests;

/**
 * Gives every score a time later than that of the one before it, on all nodes, and in a later
 * second: Moodle 4.5 compares whole seconds, and refuses the second of two.
 */
@ApplicationScoped
public class ScoreTimes {

  private final Sql sql;
  private final Clock clock;

  @Inject
  public ScoreTimes(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** AGS 2.0 §3.4.3: a platform ignores a score that is not newer than the one it has. */
  @Transactional
  Instant next(String lineItemUrl, String userId) {
    String digest = Digests.sha256(lineItemUrl);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (sql.insertOnce(
        "insert into score_time (line_item_digest, user_sub, last_at) values (?, ?, ?)",
        digest,
        userId,
        now)) {
      return now;
    }
    while (true) {
      Instant last =
          sql.first(
                  "select last_at from score_time where line_item_digest = ? and user_sub = ?",
                  row -> row.instant("last_at"),
                  digest,
                  userId)
              .orElseThrow();
      Instant soonest = last.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
      Instant next = now.isBefore(soonest) ? soonest : now;
      int changed =
          sql.update(
              "update score_time set last_at = ? where line_item_digest = ? and user_sub = ?"
                  + " and last_at = ?",
              next,
              digest,
              userId,
              last);
      if (changed == 1) {
        return next;
      }
    }
  }
}
