package org.badgebridge.passback.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.InCourse;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.roster.CourseLearners;
import org.badgebridge.roster.CourseLearners.Learner;

/** Says who was there, and who was not, whatever they checked; from a paper list, for example. */
@ApplicationScoped
public class CorrectAttendance {

  private final Sql sql;
  private final Meetings meetings;
  private final Presences presences;
  private final CourseLearners learners;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public CorrectAttendance(
      Sql sql,
      Meetings meetings,
      Presences presences,
      CourseLearners learners,
      AuditTrail audit,
      Clock clock) {
    this.sql = sql;
    this.meetings = meetings;
    this.presences = presences;
    this.learners = learners;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Says it of some learners; audited for each. Who is no learner of the course is left out.
   *
   * @return for whom something changed
   * @throws ProblemException NOT_FOUND if the meeting is none of the course
   */
  @Transactional
  public List<UUID> say(InCourse where, UUID meetingId, Collection<UUID> some, boolean present) {
    Meeting meeting = meetings.require(meetingId, where.courseId());
    List<UUID> changed = new ArrayList<>();
    for (Learner each : learners.of(where.courseId(), some)) {
      Presences.Change change =
          presences.change(
              where.institutionId(),
              meeting,
              each.id(),
              known -> known.corrected(present, meeting.stay()));
      if (change.changed()) {
        changed.add(each.id());
        audit.record(
            where.institutionId(),
            where.actor(),
            present ? "attendance.ticked" : "attendance.unticked",
            "meeting",
            meetingId,
            "learner " + each.id());
      }
    }
    if (!changed.isEmpty() && present) { // on paper alone, it was held all the same
      sql.update(
          "update meeting set held_at = coalesce(held_at, ?) where id = ?",
          clock.instant(),
          meetingId);
    }
    return changed;
  }
}
