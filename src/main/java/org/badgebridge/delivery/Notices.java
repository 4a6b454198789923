package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;

/** Who has something to be told, and when. Joins the caller's transaction. */
@ApplicationScoped
public class Notices {

  /** The longest that new awards can put off the word about the first. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final Duration AFTER_FAILURE = Duration.ofHours(1);
  private static final int BATCH = 200;
  private static final String ONE = " where lms_user_id = ? and institution_id = ?";

  private final Sql sql;
  private final Clock clock;

  @Inject
  public Notices(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** A learner whom an institution has something to tell. */
  public record Notice(UUID lmsUserId, UUID institutionId) {}

  /** Owes each a word, not before a moment; what is owed already may be told sooner. */
  void owe(List<Notice> notices, Instant due) {
    Instant now = clock.instant();
    sql.insertAllOnce(
        "insert into notice (lms_user_id, institution_id, since, due_at) values (?, ?, ?, ?)",
        notices.stream()
            .map(each -> Sql.row(each.lmsUserId(), each.institutionId(), now, due))
            .toList());
  }

  /**
   * As {@link #owe}, and moves what is owed already to that moment, so that many awards one after
   * the other are told at once; but nothing waits longer than a day for the next.
   */
  void gather(List<Notice> notices, Instant due) {
    owe(notices, due);
    sql.updateAll(
        "update notice set due_at = ?" + ONE + " and since > ?",
        notices.stream()
            .map(each -> Sql.row(due, each.lmsUserId(), each.institutionId(), due.minus(LONGEST)))
            .toList());
  }

  /** Some of those whose moment has come. */
  List<Notice> due() {
    return sql.list(
        "select lms_user_id, institution_id from notice where due_at <= ?"
            + " order by due_at, lms_user_id, institution_id limit "
            + BATCH,
        row -> new Notice(row.uuid("lms_user_id"), row.uuid("institution_id")),
        clock.instant());
  }

  /**
   * Takes what is due; whoever else tries waits for the caller's end and gets nothing.
   *
   * @return whether there was something
   */
  boolean take(Notice notice) {
    return sql.update(
            "delete from notice" + ONE + " and due_at <= ?",
            notice.lmsUserId(),
            notice.institutionId(),
            clock.instant())
        == 1;
  }

  /** When a learner will be told what is owed; empty if nothing is. */
  Optional<Instant> planned(Notice notice) {
    return sql.first(
        "select due_at from notice" + ONE,
        row -> row.instant("due_at"),
        notice.lmsUserId(),
        notice.institutionId());
  }

  /** Puts off what could not be told, so that it stands in nobody's way. */
  void putOff(Notice notice) {
    sql.update(
        "update notice set due_at = ?" + ONE,
        clock.instant().plus(AFTER_FAILURE),
        notice.lmsUserId(),
        notice.institutionId());
  }
}
