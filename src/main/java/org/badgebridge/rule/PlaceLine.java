package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.jobs.Jobs;
import org.jspecify.annotations.Nullable;

/**
 * Who met a rule while all places of its badge class were taken, in the order in which they met it.
 * Whoever left the course, and whose rule is switched off, keeps their turn and is passed over.
 */
@ApplicationScoped
public class PlaceLine {

  private final Sql sql;
  private final Jobs jobs;
  private final Clock clock;

  @Inject
  public PlaceLine(Sql sql, Jobs jobs, Clock clock) {
    this.sql = sql;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** One learner in the line, and the present rule that they met. */
  record Waiting(ActiveRule rule, UUID lmsUserId) {}

  /** Which of these badge classes somebody waits for. */
  Set<UUID> awaited(Collection<UUID> badgeClassIds) {
    return badgeClassIds.isEmpty()
        ? Set.of()
        : new HashSet<>(
            sql.list(
                "select distinct badge_class_id from place_wait where badge_class_id in ("
                    + Sql.marks(badgeClassIds.size())
                    + ")",
                row -> row.uuid("badge_class_id"),
                badgeClassIds.toArray()));
  }

  /** All badge classes that somebody waits for. */
  List<UUID> awaited() {
    return sql.list(
        "select distinct badge_class_id from place_wait", row -> row.uuid("badge_class_id"));
  }

  /**
   * Lets learners join, in the caller's transaction; who waits already keeps their turn.
   *
   * @param metAt since when each meets the rule
   */
  void join(ActiveRule rule, Map<UUID, Instant> metAt) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    metAt.forEach(
        (user, at) -> rows.add(Sql.row(rule.attachmentId(), user, rule.badgeClassId(), at)));
    sql.insertAllOnce(
        "insert into place_wait (attachment_id, lms_user_id, badge_class_id, met_at)"
            + " values (?, ?, ?, ?)",
        rows);
  }

  /** Owes a look at the line, in the caller's transaction: a place may be free. */
  void lookSoon(UUID badgeClassId, Object because) {
    Instant now = clock.instant();
    jobs.schedule(GivePlacesJob.NAME, badgeClassId + "/" + because, badgeClassId.toString(), now);
  }

  /** Whose turn it is. */
  Optional<Waiting> first(UUID badgeClassId) {
    return sql.first(
        ActiveRule.COLUMNS
            + ", w.lms_user_id from place_wait w join attachment a on a.id = w.attachment_id"
            + " join award_rule r on r.attachment_id = a.id and r.number = (select max(x.number)"
            + " from award_rule x where x.attachment_id = a.id)"
            + " join membership m on m.course_id = a.course_id and m.lms_user_id = w.lms_user_id"
            + " and m.role = 'LEARNER' and m.active = true and m.ever_lecturer = false"
            + ActiveRule.TABLES
            + " and w.badge_class_id = ? order by w.met_at, w.lms_user_id, a.id limit 1",
        row -> new Waiting(ActiveRule.read(row), row.uuid("lms_user_id")),
        badgeClassId);
  }

  /** Ends somebody's wait. */
  void leave(Waiting waiting) {
    sql.update(
        "delete from place_wait where attachment_id = ? and lms_user_id = ?",
        waiting.rule().attachmentId(),
        waiting.lmsUserId());
  }

  /** Whether a learner waits for a place. */
  public boolean waits(UUID attachmentId, UUID lmsUserId) {
    return sql.first(
            "select 1 as one from place_wait where attachment_id = ? and lms_user_id = ?",
            row -> row.integer("one"),
            attachmentId,
            lmsUserId)
        .isPresent();
  }
}
