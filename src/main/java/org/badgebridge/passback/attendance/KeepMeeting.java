package org.badgebridge.passback.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.course.Activity;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Sql;
import org.badgebridge.keys.Sealer;
import org.badgebridge.passback.InCourse;
import org.badgebridge.passback.OwnActivities;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.PlainText;

/** Plans meetings, opens and closes them, and drops what was planned by mistake; audited. */
@ApplicationScoped
public class KeepMeeting {

  /** Most characters of a title. */
  public static final int TITLE = 200;

  /** The longest stay that can be asked for, in minutes. */
  public static final int LONGEST_STAY = 600;

  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Sql sql;
  private final Meetings meetings;
  private final OwnActivities activities;
  private final Sealer sealer;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public KeepMeeting(
      Sql sql,
      Meetings meetings,
      OwnActivities activities,
      Sealer sealer,
      AuditTrail audit,
      Clock clock) {
    this.sql = sql;
    this.meetings = meetings;
    this.activities = activities;
    this.sealer = sealer;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Plans a meeting of a series.
   *
   * @param stay the shortest stay in minutes, as it was typed; blank if checking in is enough
   * @return its id
   * @throws InvalidFields about {@code title} and {@code stay}
   * @throws ProblemException NOT_FOUND if the series is none of the course
   */
  @Transactional
  public UUID plan(InCourse where, UUID seriesId, String title, String stay) {
    activities.require(seriesId, where.courseId(), Activity.Kind.ATTENDANCE);
    String line = PlainText.line(title);
    int minutes = minutes(stay.strip());
    List<FieldFault> faults = new ArrayList<>();
    if (line.isEmpty() || line.length() > TITLE) {
      faults.add(FieldFault.of("title", "passback.own.title", TITLE));
    }
    if (minutes < 0 || minutes > LONGEST_STAY) {
      faults.add(FieldFault.of("stay", "passback.attendance.stay", LONGEST_STAY));
    }
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    UUID id = Ids.next();
    Instant now = clock.instant();
    sql.update(
        "insert into meeting (id, activity_id, title, stay_minutes, secret, state, created_at,"
            + " turned_at) values (?, ?, ?, ?, ?, 'PLANNED', ?, ?)",
        id,
        seriesId,
        line,
        minutes,
        sealer.sealToText(secret, Meetings.SECRET),
        now,
        now);
    note(where, "planned", id);
    return id;
  }

  /**
   * Lets learners check in or out, or closes the meeting. What it is already changes nothing.
   *
   * @throws ProblemException NOT_FOUND if it is none of the course; CONFLICT for a state it cannot
   *     take: none goes back to be planned, and who need not stay does not check out
   */
  @Transactional
  public void turn(InCourse where, UUID meetingId, Meeting.State to) {
    Meeting meeting = meetings.require(meetingId, where.courseId());
    boolean possible =
        to != Meeting.State.PLANNED && (to != Meeting.State.CHECK_OUT || meeting.asksStay());
    if (!possible) {
      throw new ProblemException(ProblemType.CONFLICT, "passback.attendance.turn");
    }
    Instant now = clock.instant();
    if (meeting.state() == to && (to == Meeting.State.CLOSED || meeting.isOpen(now))) {
      return;
    }
    sql.update(
        "update meeting set state = ?, turned_at = ?, held_at = coalesce(held_at, ?) where id = ?",
        to,
        now,
        now,
        meetingId);
    note(where, to.name().toLowerCase(Locale.ROOT).replace('_', '-'), meetingId);
  }

  /**
   * Drops a meeting that nobody attended, checked in to or was corrected at.
   *
   * @throws ProblemException NOT_FOUND if it is none of the course, CONFLICT if it is not empty
   */
  @Transactional
  public void drop(InCourse where, UUID meetingId) {
    meetings.require(meetingId, where.courseId());
    int gone =
        sql.update(
            "delete from meeting where id = ? and not exists (select 1 from attendance t"
                + " where t.meeting_id = meeting.id)",
            meetingId);
    if (gone == 0) {
      throw new ProblemException(ProblemType.CONFLICT, "passback.attendance.not-empty");
    }
    note(where, "dropped", meetingId);
  }

  private void note(InCourse where, String deed, UUID meetingId) {
    audit.record(
        where.institutionId(), where.actor(), "meeting." + deed, "meeting", meetingId, null);
  }

  /** Below zero for what is no number of minutes. */
  private static int minutes(String typed) {
    if (typed.isEmpty()) {
      return 0;
    }
    return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
  }
}
