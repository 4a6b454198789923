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
   * Asks for a look. While one runs this is noted, and it looks once more at its end; after one has
   * ended the next waits until the rest is over.
   *
   * @param lost how long a look without an end counts as running
   * @param rest the pause between two looks
   * @return when to begin; empty if one runs, or somebody else asked in the same moment
   */
  Optional<Instant> begin(UUID courseId, Instant now, Duration lost, Duration rest) {
    if (sql.insertOnce(
        "insert into course_poll (course_id, asked_at, done, total) values (?, ?, 0, 1)",
        courseId,
        now)) {
      return Optional.of(now);
    }
    PollNow.Progress last = find(courseId).orElseThrow();
    Instant ended = last.finishedAt();
    if (ended == null && !last.askedAt().isBefore(now.minus(lost))) {
      sql.update(
          "update course_poll set asked_at = ? where course_id = ? and finished_at is null",
          now,
          courseId);
      return Optional.empty();
    }
    Instant start = ended == null || ended.plus(rest).isBefore(now) ? now : ended.plus(rest);
    boolean first =
        sql.update(
                "update course_poll set asked_at = ?, done = 0, total = 1, finished_at = null,"
                    + " trouble = null where course_id = ? and asked_at = ?",
                now,
                courseId,
                last.askedAt())
            == 1;
    return first ? Optional.of(start) : Optional.empty();
  }

  /** Whether somebody asked for a look since then. */
  boolean askedSince(UUID courseId, Instant then) {
    return find(courseId).filter(poll -> poll.askedAt().isAfter(then)).isPresent();
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
