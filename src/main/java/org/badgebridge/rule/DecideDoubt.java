package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.course.Courses;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** A lecturer's word about an award whose evidence changed. */
@ApplicationScoped
public class DecideDoubt {

  private final Sql sql;
  private final Courses courses;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public DecideDoubt(Sql sql, Courses courses, AuditTrail audit, Clock clock) {
    this.sql = sql;
    this.courses = courses;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Decides an open doubt; taking the award back itself is the caller's, in the same transaction.
   *
   * @param state {@link Doubts.State#KEPT} or {@link Doubts.State#TAKEN_BACK}
   * @throws ProblemException FORBIDDEN unless a lecturer acts; NOT_FOUND outside the course;
   *     CONFLICT if it is open no more
   */
  @Transactional
  public void decide(UUID awardId, UUID courseId, Doubts.State state, Actor lecturer) {
    UUID by = Lecturers.require(lecturer);
    boolean ours =
        sql.first(
                "select 1 as one from award_doubt d join attachment a on a.id = d.attachment_id"
                    + " where d.award_id = ? and a.course_id = ?",
                row -> row.integer("one"),
                awardId,
                courseId)
            .isPresent();
    if (!ours) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    int decided =
        sql.update(
            "update award_doubt set state = ?, decided_at = ?, decided_by = ?"
                + " where award_id = ? and state = 'OPEN'",
            state,
            clock.instant(),
            Objects.requireNonNull(by),
            awardId);
    if (decided == 0) {
      throw new ProblemException(ProblemType.CONFLICT, "rule.doubt-over");
    }
    audit.record(
        courses.institutionOf(courseId),
        lecturer,
        state == Doubts.State.KEPT ? "award.kept-despite-change" : "award.doubted",
        "direct-award",
        awardId,
        null);
  }
}
