package org.badgebridge.passback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** How far the looks are that lecturers asked for. */
@ApplicationScoped
class CoursePolls {

  private final Sql sql;

  @Inject
  CoursePolls(Sql sql) {
    this.sql = sql;
  }

  Optional<PollNow.Progress> find(UUID courseId) {
    return sql.first(
        "select asked_at, done, total, finished_at, trouble from course_poll where course_id = ?",
        row ->
            new PollNow.Progress(
                row.instant("asked_at"),
                row.integer("done"),
                row.integer("total"),
                row.optionalInstant("finished_at"),
                row.optionalText("trouble")),
        courseId);
  }

  /**
   * Begins, unless a look is running or ended just now; of several at once one begins.
   *
   * @param lost how long a look without an end counts as running
   * @param rest the pause between two looks
   */
  boolean begin(UUID courseId, Instant now, Duration lost, Duration rest) {
    return sql.insertOnce(
            "insert into course_poll (course_id, asked_at, done, total) values (?, ?, 0, 1)",
            courseId,
            now)
        || sql.update(
                "update course_poll set asked_at = ?, done = 0, total = 1, finished_at = null,"
                    + " trouble = null where course_id = ? and ((finished_at is null and"
                    + " asked_at < ?) or finished_at < ?)",
                now,
                courseId,
                now.minus(lost),
                now.minus(rest))
            == 1;
  }

  void step(UUID courseId, int done, int total) {
    sql.update(
        "update course_poll set done = ?, total = ? where course_id = ?", done, total, courseId);
  }

  void finish(UUID courseId, Instant now, @Nullable String trouble) {
    sql.update(
        "update course_poll set done = total, finished_at = ?, trouble = ? where course_id = ?",
        now,
        trouble,
        courseId);
  }
}
