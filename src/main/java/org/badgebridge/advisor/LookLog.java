package org.badgebridge.advisor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What advisors opened, for the learner to read. The same thing is written down once an hour, so
 * that no reader can flood it. Joins the caller's transaction.
 */
@ApplicationScoped
public class LookLog {

  private static final Duration ONCE_IN = Duration.ofHours(1);

  private final Sql sql;
  private final Clock clock;

  @Inject
  public LookLog(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** What was done. */
  public enum What {
    /** The code was typed. */
    ENTERED,
    /** The page with everything was opened. */
    PAGE,
    /** One badge was opened. */
    BADGE
  }

  /**
   * One line.
   *
   * @param document of the badge that was opened; null for others
   */
  public record Line(UUID id, Instant at, What what, @Nullable String document) {}

  /**
   * One page of them.
   *
   * @param next the key of the next page; null on the last
   */
  public record Slice(List<Line> lines, @Nullable UUID next) {}

  /**
   * Writes down that something was opened, unless that was within the hour.
   *
   * @param credentialId for {@link What#BADGE}, else null
   */
  void note(UUID grantId, What what, @Nullable UUID credentialId) {
    Instant now = clock.instant();
    String latest = "select id from advisor_look where grant_id = ? and what = ? and looked_at > ?";
    Instant since = now.minus(ONCE_IN);
    boolean known =
        credentialId == null
            ? sql.first(latest, row -> row.uuid("id"), grantId, what, since).isPresent()
            : sql.first(
                    latest + " and credential_id = ?",
                    row -> row.uuid("id"),
                    grantId,
                    what,
                    since,
                    credentialId)
                .isPresent();
    if (!known) {
      sql.update(
          "insert into advisor_look (id, grant_id, what, credential_id, looked_at)"
              + " values (?, ?, ?, ?, ?)",
          Ids.next(),
          grantId,
          what,
          credentialId,
          now);
    }
  }

  /**
   * Those of a grant, the latest first.
   *
   * @param after the key of the page, null for the first
   */
  public Slice of(UUID grantId, @Nullable UUID after, int size) {
    String query =
        "select l.id, l.looked_at, l.what, c.document from advisor_look l"
            + " left join credential c on c.id = l.credential_id where l.grant_id = ?";
    String order = " order by l.id desc fetch first " + (size + 1) + " rows only";
    List<Line> found =
        after == null
            ? sql.list(query + order, LookLog::read, grantId)
            : sql.list(query + " and l.id < ?" + order, LookLog::read, grantId, after);
    return found.size() <= size
        ? new Slice(found, null)
        : new Slice(found.subList(0, size), found.get(size - 1).id());
  }

  private static Line read(Row row) {
    return new Line(
        row.uuid("id"),
        row.instant("looked_at"),
        What.valueOf(row.text("what")),
        row.optionalText("document"));
  }
}
