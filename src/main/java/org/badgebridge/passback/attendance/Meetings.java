package org.badgebridge.passback.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.keys.Sealer;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Reads meetings, and the codes of those that are open. */
@ApplicationScoped
public class Meetings {

  static final String SECRET = "meeting-secret";

  private static final String FROM = " from meeting m join activity a on a.id = m.activity_id";
  private static final String COUNT =
      "(select count(*) from attendance t join lms_user u on u.id = t.lms_user_id"
          + " where t.meeting_id = m.id and u.test_user = false and ";

  private final Sql sql;
  private final Sealer sealer;
  private final Clock clock;

  @Inject
  public Meetings(Sql sql, Sealer sealer, Clock clock) {
    this.sql = sql;
    this.sealer = sealer;
    this.clock = clock;
  }

  /**
   * A meeting and how many were there.
   *
   * @param checkedIn how many learners checked in themselves
   * @param attended for how many it counts
   */
  public record Counted(Meeting meeting, long checkedIn, long attended) {}

  /** What is shown on the wall, and for how long. */
  public record Shown(String code, Duration left) {}

  /**
   * A meeting of a course.
   *
   * @throws ProblemException NOT_FOUND if the course has none by that id
   */
  public Meeting require(UUID id, UUID courseId) {
    return sql.first(
            "select " + Meeting.COLUMNS + FROM + " where m.id = ? and a.course_id = ?",
            Meeting::read,
            id,
            courseId)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  /** One with its counts. */
  public Counted counted(UUID id) {
    return counted(" where m.id = ?", id).get(0);
  }

  /** Those of a series, the newest first. */
  public List<Counted> of(UUID seriesId) {
    return counted(" where m.activity_id = ? order by m.created_at desc, m.id desc", seriesId);
  }

  /** Those of a course that were held, with or without learners; by series, the oldest first. */
  public List<Counted> heldIn(UUID courseId) {
    return counted(
        " where a.course_id = ? and m.held_at is not null order by m.activity_id, m.created_at",
        courseId);
  }

  private List<Counted> counted(String condition, UUID parameter) {
    return sql.list(
        "select "
            + Meeting.COLUMNS
            + ", "
            + COUNT
            + "t.in_at is not null) as checked_in, "
            + COUNT
            + "t.attended = true) as attended_by"
            + FROM
            + condition,
        row -> new Counted(Meeting.read(row), row.count("checked_in"), row.count("attended_by")),
        parameter);
  }

  /**
   * What to show now.
   *
   * @throws ProblemException CONFLICT if the meeting is not open
   */
  public Shown code(Meeting meeting) {
    Instant now = clock.instant();
    if (!meeting.isOpen(now)) {
      throw new ProblemException(ProblemType.CONFLICT, "passback.attendance.closed");
    }
    return new Shown(rotating(meeting).at(now), RotatingCode.left(now));
  }

  /** Whether a code is the one that is shown, or was just before. */
  boolean fits(Meeting meeting, String typed, Instant now) {
    return rotating(meeting).fits(typed, now);
  }

  private RotatingCode rotating(Meeting meeting) {
    String sealed =
        sql.first(
                "select secret from meeting where id = ?", row -> row.text("secret"), meeting.id())
            .orElseThrow();
    return new RotatingCode(sealer.openText(sealed, SECRET), meeting.id(), meeting.state());
  }
}
