package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;

/** A lecturer's switch: from draft to awarding, and off again. */
@ApplicationScoped
public class SwitchAttachment {

  private final Attachments attachments;
  private final AttachmentChecks checks;
  private final RosterEvaluation evaluation;
  private final WriteBackScores scores;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  SwitchAttachment(
      Attachments attachments,
      AttachmentChecks checks,
      RosterEvaluation evaluation,
      WriteBackScores scores,
      AuditTrail audit,
      Clock clock) {
    this.attachments = attachments;
    this.checks = checks;
    this.evaluation = evaluation;
    this.scores = scores;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Lets it award: those who meet the rule already, by a durable job, and whoever meets it from now
   * on. Twice changes nothing.
   *
   * @throws ProblemException FORBIDDEN unless a lecturer acts; NOT_FOUND outside the course;
   *     CONFLICT while the rule is not placed, the restriction is not confirmed, or the badge class
   *     is not published
   */
  @Transactional
  public void on(UUID attachmentId, UUID courseId, Actor lecturer) {
    Lecturers.require(lecturer);
    Attachment attachment = attachments.lockedInCourse(attachmentId, courseId);
    AwardRule rule = attachments.rule(attachmentId);
    checks.requireReady(attachment, rule.tree());
    if (attachment.switchTo(Attachment.State.ON, clock.instant())) {
      record(attachment, lecturer, "attachment.switched-on");
      evaluation.start(attachment, rule.number());
    }
  }

  /** Stops it; what was awarded stays. */
  @Transactional
  public void off(UUID attachmentId, UUID courseId, Actor lecturer) {
    Lecturers.require(lecturer);
    Attachment attachment = attachments.lockedInCourse(attachmentId, courseId);
    if (attachment.switchTo(Attachment.State.OFF, clock.instant())) {
      record(attachment, lecturer, "attachment.switched-off");
    }
  }

  /**
   * Notes that the placement itself, not only its section, is restricted in the LMS.
   *
   * @throws ProblemException CONFLICT when it is taken back while the rule trusts it and is on
   */
  @Transactional
  public void confirmRestriction(
      UUID attachmentId, UUID courseId, boolean confirmed, Actor lecturer) {
    Lecturers.require(lecturer);
    Attachment attachment = attachments.lockedInCourse(attachmentId, courseId);
    if (attachment.confirmRestriction(confirmed)) {
      record(
          attachment,
          lecturer,
          confirmed ? "attachment.restriction-confirmed" : "attachment.restriction-denied");
    }
    if (attachment.state() == Attachment.State.ON) {
      checks.requireReady(attachment, attachments.rule(attachmentId).tree());
    }
  }

  /**
   * Chooses what the gradebook of the LMS shows. What it would not take is tried again, also when
   * the choice stays the same; what it shows already stays.
   *
   * @throws ProblemException CONFLICT if any rule reads the column that would be written
   */
  @Transactional
  public void writeBack(
      UUID attachmentId, UUID courseId, Attachment.WriteBack wanted, Actor lecturer) {
    Lecturers.require(lecturer);
    Attachment attachment = attachments.lockedInCourse(attachmentId, courseId);
    if (wanted != Attachment.WriteBack.NONE) {
      checks.requireUnreadColumn(attachment);
    }
    if (attachment.chooseWriteBack(wanted)) {
      record(
          attachment, lecturer, "attachment.write-back-" + wanted.name().toLowerCase(Locale.ROOT));
    }
    scores.oweAll(attachmentId);
  }

  private void record(Attachment attachment, Actor lecturer, String action) {
    audit.record(
        checks.institutionOf(attachment),
        lecturer,
        action,
        AttachBadge.SUBJECT,
        attachment.id(),
        null);
  }
}
