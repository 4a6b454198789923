package org.badgebridge.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Who is known in a course. A member is never removed, only inactive; and whoever was ever seen as
 * a lecturer stays marked, because a lecturer can switch role and arrive as a learner.
 */
@ApplicationScoped
public class Memberships {

  /** How old the last sighting may get before an unchanged member is written again. */
  private static final Duration SIGHTING_LASTS = Duration.ofDays(1);

  private static final String INSERT =
      "insert into membership (course_id, lms_user_id, role, active, ever_lecturer, seen_at)"
          + " values (?, ?, ?, ?, ?, ?)";

  /** The mark is only ever added here, so that two launches at once cannot lose it. */
  private static final String UPDATE =
      "update membership set role = ?, active = ?, ever_lecturer = (ever_lecturer or ?),"
          + " seen_at = ? where course_id = ? and lms_user_id = ?";

  private final Sql sql;

  @Inject
  public Memberships(Sql sql) {
    this.sql = sql;
  }

  /** One row of the table. */
  record Kept(CourseStanding role, boolean active, boolean everLecturer, Instant seenAt) {

    boolean needsWriting(CourseStanding now, boolean activeNow, Instant at) {
      return role != now
          || active != activeNow
          || (now == CourseStanding.LECTURER && !everLecturer)
          || seenAt.isBefore(at.minus(SIGHTING_LASTS));
    }
  }

  /** Takes over the standing of a launch's user. Joins the transaction; usually writes nothing. */
  public void saw(UUID courseId, UUID lmsUserId, CourseStanding standing, Instant now) {
    Optional<Kept> kept =
        sql.first(
            "select role, active, ever_lecturer, seen_at from membership"
                + " where course_id = ? and lms_user_id = ?",
            Memberships::read,
            courseId,
            lmsUserId);
    boolean lecturer = standing == CourseStanding.LECTURER;
    if (kept.isEmpty()
        && sql.insertOnce(INSERT, courseId, lmsUserId, standing, true, lecturer, now)) {
      return;
    }
    if (kept.isEmpty() || kept.get().needsWriting(standing, true, now)) {
      sql.update(UPDATE, standing, true, lecturer, now, courseId, lmsUserId);
    }
  }

  /** What is known of some users. */
  Map<UUID, Kept> among(UUID courseId, Set<UUID> lmsUserIds) {
    Map<UUID, Kept> found = new HashMap<>();
    if (!lmsUserIds.isEmpty()) {
      List<Object> parameters = new ArrayList<>(lmsUserIds);
      parameters.add(courseId);
      sql.list(
          "select lms_user_id, role, active, ever_lecturer, seen_at from membership"
              + " where lms_user_id in ("
              + Sql.marks(lmsUserIds.size())
              + ") and course_id = ?",
          row -> found.put(row.uuid("lms_user_id"), read(row)) == null,
          parameters.toArray());
    }
    return found;
  }

  /** Everybody a course is known to have had. */
  Map<UUID, Kept> all(UUID courseId) {
    Map<UUID, Kept> all = new HashMap<>();
    sql.list(
        "select lms_user_id, role, active, ever_lecturer, seen_at from membership"
            + " where course_id = ?",
        row -> all.put(row.uuid("lms_user_id"), read(row)) == null,
        courseId);
    return all;
  }

  /** What a roster says of one member. */
  record Seen(CourseStanding standing, boolean active) {}

  /** Takes over a roster in batches; writes only what changed. */
  void sawAll(UUID courseId, Map<UUID, Seen> seen, Map<UUID, Kept> known, Instant now) {
    List<@Nullable Object[]> fresh = new ArrayList<>();
    List<@Nullable Object[]> changed = new ArrayList<>();
    seen.forEach(
        (user, member) -> {
          boolean lecturer = member.standing() == CourseStanding.LECTURER;
          Kept kept = known.get(user);
          if (kept == null) {
            fresh.add(
                new @Nullable Object[] {courseId, user, member.standing(), false, false, now});
          }
          if (kept == null || kept.needsWriting(member.standing(), member.active(), now)) {
            changed.add(
                new @Nullable Object[] {
                  member.standing(), member.active(), lecturer, now, courseId, user
                });
          }
        });
    sql.insertAllOnce(INSERT, fresh);
    sql.updateAll(UPDATE, changed);
  }

  /** Marks members that a roster no longer has. */
  void left(UUID courseId, List<UUID> lmsUserIds) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    lmsUserIds.forEach(user -> rows.add(new @Nullable Object[] {courseId, user}));
    sql.updateAll(
        "update membership set active = false where course_id = ? and lms_user_id = ?", rows);
  }

  /** Everybody who was a lecturer here in any launch or roster. */
  public Set<UUID> everLecturers(UUID courseId) {
    return new HashSet<>(
        sql.list(
            "select lms_user_id from membership where course_id = ? and ever_lecturer = true",
            row -> row.uuid("lms_user_id"),
            courseId));
  }

  /** Whether one user was ever a lecturer here. */
  public boolean everLecturer(UUID courseId, UUID lmsUserId) {
    return sql.first(
            "select 1 as found from membership"
                + " where course_id = ? and lms_user_id = ? and ever_lecturer = true",
            row -> row.integer("found"),
            courseId,
            lmsUserId)
        .isPresent();
  }

  /**
   * Whether the roster of this moment lists somebody as a learner. A launch after it says nothing
   * here: a lecturer who switches role launches as a learner, and is listed as a lecturer.
   */
  public boolean listedAsLearner(UUID courseId, UUID lmsUserId, Instant rosterAt) {
    return sql.first(
            "select 1 as found from membership where course_id = ? and lms_user_id = ?"
                + " and role = 'LEARNER' and seen_at <= ?",
            row -> row.integer("found"),
            courseId,
            lmsUserId,
            rosterAt)
        .isPresent();
  }

  /** The active learners who never were lecturers here. */
  public List<UUID> learners(UUID courseId) {
    return List.copyOf(learnersBySub(courseId).values());
  }

  /** The same learners by the platform's id of them. */
  public Map<String, UUID> learnersBySub(UUID courseId) {
    Map<String, UUID> learners = new HashMap<>();
    sql.list(
        "select u.sub, u.id from membership m join lms_user u on u.id = m.lms_user_id"
            + " where m.course_id = ? and m.role = 'LEARNER' and m.active = true"
            + " and m.ever_lecturer = false",
        row -> learners.put(row.text("sub"), row.uuid("id")) == null,
        courseId);
    return learners;
  }

  /** How many active members a course has of each standing. */
  public Map<CourseStanding, Long> counts(UUID courseId) {
    Map<CourseStanding, Long> counts = new HashMap<>();
    sql.list(
        "select role, count(*) as members from membership"
            + " where course_id = ? and active = true group by role",
        row -> counts.put(CourseStanding.valueOf(row.text("role")), row.count("members")) == null,
        courseId);
    return counts;
  }

  private static Kept read(Row row) {
    return new Kept(
        CourseStanding.valueOf(row.text("role")),
        row.flag("active"),
        row.flag("ever_lecturer"),
        row.instant("seen_at"));
  }
}
