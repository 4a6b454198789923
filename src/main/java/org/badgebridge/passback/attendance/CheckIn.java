package org.badgebridge.passback.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.passback.InCourse;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.roster.Memberships;
import org.jspecify.annotations.Nullable;

/**
 * Takes the code that a learner typed into their own page: it proves who they are by the launch,
 * and that they see the wall by the code. Guesses are bounded by the caller.
 */
@ApplicationScoped
public class CheckIn {

  private final Meetings meetings;
  private final Presences presences;
  private final Memberships memberships;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public CheckIn(
      Meetings meetings,
      Presences presences,
      Memberships memberships,
      AuditTrail audit,
      Clock clock) {
    this.meetings = meetings;
    this.presences = presences;
    this.memberships = memberships;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of it. */
  public enum Result {
    /** Checked in, and that is enough. */
    PRESENT,
    /** Checked in; checking out is still to come. */
    IN,
    /** Checked out after a stay that is long enough. */
    OUT,
    /** Checked out too soon; later once more. */
    TOO_SOON,
    /** It is not the code of now. */
    WRONG_CODE,
    /** It is the code for checking out, and they never checked in. */
    NEVER_IN,
    /** The meeting is not open any more. */
    CLOSED
  }

  /**
   * The answer to one code.
   *
   * @param from when checking out counts; null where nothing is to come
   */
  public record Answer(Result result, Meeting meeting, @Nullable Instant from) {

    /** Whether it is as the learner wished. */
    public boolean good() {
      return result == Result.PRESENT || result == Result.IN || result == Result.OUT;
    }
  }

  /**
   * Checks in or out, as the meeting stands. The same again changes nothing but the time of
   * checking out.
   *
   * @param where the learner is the actor
   * @throws ProblemException NOT_FOUND if the meeting is none of the course, FORBIDDEN for whoever
   *     has taught in it
   */
  @Transactional
  public Answer with(InCourse where, UUID meetingId, UUID learner, String typed) {
    Meeting meeting = meetings.require(meetingId, where.courseId());
    if (memberships.everLecturer(where.courseId(), learner)) {
      throw new ProblemException(ProblemType.FORBIDDEN, "passback.attendance.lecturer");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!meeting.isOpen(now)) {
      return new Answer(Result.CLOSED, meeting, null);
    }
    if (!meetings.fits(meeting, typed, now)) {
      return new Answer(Result.WRONG_CODE, meeting, null);
    }
    return meeting.state() == Meeting.State.CHECK_IN
        ? in(where, meeting, learner, now)
        : out(where, meeting, learner, now);
  }

  private Answer in(InCourse where, Meeting meeting, UUID learner, Instant now) {
    Presence after = change(where, meeting, learner, known -> known.checkedIn(now), "in");
    return meeting.asksStay()
        ? new Answer(Result.IN, meeting, from(meeting, after))
        : new Answer(Result.PRESENT, meeting, null);
  }

  private Answer out(InCourse where, Meeting meeting, UUID learner, Instant now) {
    Presence after = change(where, meeting, learner, known -> known.checkedOut(now), "out");
    Instant from = from(meeting, after);
    if (from == null) {
      return new Answer(Result.NEVER_IN, meeting, null);
    }
    return now.isBefore(from)
        ? new Answer(Result.TOO_SOON, meeting, from)
        : new Answer(Result.OUT, meeting, null);
  }

  private static @Nullable Instant from(Meeting meeting, Presence presence) {
    return presence.in() == null ? null : presence.in().plus(meeting.stay());
  }

  private Presence change(
      InCourse where, Meeting meeting, UUID learner, UnaryOperator<Presence> how, String deed) {
    Presences.Change change = presences.change(where.institutionId(), meeting, learner, how);
    if (change.changed()) {
      audit.record(
          where.institutionId(),
          where.actor(),
          "attendance.checked-" + deed,
          "meeting",
          meeting.id(),
          null);
    }
    return change.after();
  }
}
