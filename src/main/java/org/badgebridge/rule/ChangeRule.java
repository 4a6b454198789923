package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.course.Courses;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Gives an attachment the next version of its rule; what was awarded stays. */
@ApplicationScoped
public class ChangeRule {

  private final Attachments attachments;
  private final RuleScope scope;
  private final AttachmentChecks checks;
  private final RosterEvaluation evaluation;
  private final Courses courses;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  ChangeRule(
      Attachments attachments,
      RuleScope scope,
      AttachmentChecks checks,
      RosterEvaluation evaluation,
      Courses courses,
      AuditTrail audit,
      Clock clock) {
    this.attachments = attachments;
    this.scope = scope;
    this.checks = checks;
    this.evaluation = evaluation;
    this.courses = courses;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes the next version. If the attachment is on, the present roster is evaluated again.
   *
   * @return the version that holds now: the old one if nothing changed
   * @throws ProblemException FORBIDDEN unless a lecturer acts; NOT_FOUND outside the course;
   *     CONFLICT if the attachment is on and the new rule needs something that is not there yet, or
   *     if the new rule reads a column that the attachment writes
   */
  @Transactional
  public AwardRule change(
      UUID attachmentId, UUID courseId, RuleTree tree, AwardRule.Manner manner, Actor lecturer) {
    UUID by = Lecturers.require(lecturer);
    Attachment attachment = attachments.lockedInCourse(attachmentId, courseId);
    AwardRule before = attachments.rule(attachmentId);
    if (before.manner().equals(manner) && before.tree().equals(tree)) {
      return before;
    }
    scope.requireInCourse(tree, courseId);
    scope.requireBadges(tree, attachment.badgeClassId(), courses.institutionOf(courseId));
    checks.requireUnwritten(attachment, tree);
    AwardRule next =
        new AwardRule(attachmentId, before.number() + 1, manner, tree, by, clock.instant());
    attachments.add(next);
    audit.record(
        courses.institutionOf(courseId),
        lecturer,
        "rule.changed",
        AttachBadge.SUBJECT,
        attachmentId,
        "version " + next.number());
    if (attachment.state() == Attachment.State.ON) {
      if (!tree.isPlaced()
          || (scope.needsRestriction(tree) && !attachment.restrictionConfirmed())) {
        throw new ProblemException(ProblemType.CONFLICT, "rule.switch-off-first");
      }
      evaluation.start(attachment, next.number());
    }
    return next;
  }
}
