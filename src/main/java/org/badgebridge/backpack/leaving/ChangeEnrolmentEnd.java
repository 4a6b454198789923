package org.badgebridge.backpack.leaving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** An institution says when enrolment ends, and learners send the card away. */
@ApplicationScoped
public class ChangeEnrolmentEnd {

  private final EnrolmentEnds ends;
  private final Leavers leavers;
  private final AuditTrail audit;

  @Inject
  public ChangeEnrolmentEnd(EnrolmentEnds ends, Leavers leavers, AuditTrail audit) {
    this.ends = ends;
    this.leavers = leavers;
    this.audit = audit;
  }

  /**
   * Keeps a day.
   *
   * @throws ProblemException CONFLICT if somebody else changed it since
   */
  @Transactional
  public void keep(EnrolmentEnds.End end, Actor actor) {
    if (!ends.keep(end)) {
      throw new ProblemException(ProblemType.CONFLICT, "backpack.leaving.changed");
    }
    record(end.institutionId(), actor, "leaving.set", end.endsOn() + ", " + end.daysBefore());
  }

  /** Tells nobody any more. */
  @Transactional
  public void stop(UUID institutionId, Actor actor) {
    ends.remove(institutionId);
    record(institutionId, actor, "leaving.set", "never");
  }

  /** A learner wants to see no more of it. */
  @Transactional
  public void dismiss(UUID personId) {
    leavers.dismiss(personId);
  }

  private void record(UUID institutionId, Actor actor, String action, String reason) {
    audit.record(institutionId, actor, action, "institution", institutionId, reason);
  }
}
