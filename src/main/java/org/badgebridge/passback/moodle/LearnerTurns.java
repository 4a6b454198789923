package org.badgebridge.passback.moodle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is in a course where learners are asked about one by one, and not all at once:
 * those whose last turn is longest ago.
 */
@ApplicationScoped
public class LearnerTurns {

  private final Sql sql;

  @Inject
  public LearnerTurns(Sql sql) {
    this.sql = sql;
  }

  /** A learner, and what the platform calls them. */
  record Turn(UUID lmsUserId, String sub) {}

  /** The next ones among the active learners who never were lecturers in the course. */
  List<Turn> next(UUID courseId, int limit) {
    return sql.list(
        "select u.id, u.sub from membership m join lms_user u on u.id = m.lms_user_id"
            + " left join learner_turn t on t.course_id = m.course_id"
            + " and t.lms_user_id = m.lms_user_id where m.course_id = ? and m.role = 'LEARNER'"
            + " and m.active = true and m.ever_lecturer = false"
            + " order by t.asked_at nulls first, u.id limit "
            + limit,
        row -> new Turn(row.uuid("id"), row.text("sub")),
        courseId);
  }

  /** Notes who had a turn. */
  @Transactional
  public void had(UUID courseId, Collection<UUID> lmsUserIds, Instant now) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    List<@Nullable Object[]> changes = new ArrayList<>();
    for (UUID user : lmsUserIds.stream().sorted().toList()) {
      rows.add(new @Nullable Object[] {courseId, user, now});
      changes.add(new @Nullable Object[] {now, courseId, user});
    }
    sql.insertAllOnce(
        "insert into learner_turn (course_id, lms_user_id, asked_at) values (?, ?, ?)", rows);
    sql.updateAll(
        "update learner_turn set asked_at = ? where course_id = ? and lms_user_id = ?", changes);
  }
}
