package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.badgeclass.AwardableBadges;
import org.badgebridge.course.Courses;
import org.badgebridge.identity.Actor;

/** Ties a badge class to activities of a course by a rule, as a draft that awards nothing yet. */
@ApplicationScoped
public class AttachBadge {

  static final String SUBJECT = "attachment";

  private final Attachments attachments;
  private final RuleScope scope;
  private final AwardableBadges awardable;
  private final Courses courses;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  AttachBadge(
      Attachments attachments,
      RuleScope scope,
      AwardableBadges awardable,
      Courses courses,
      AuditTrail audit,
      Clock clock) {
    this.attachments = attachments;
    this.scope = scope;
    this.awardable = awardable;
    this.courses = courses;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes the attachment and the first version of its rule.
   *
   * @param tree may hold {@link RuleTree#OWN_LINK} until {@link PlaceRule} knows the placement
   * @throws org.badgebridge.problem.ProblemException FORBIDDEN unless a lecturer acts; NOT_FOUND if
   *     the institution cannot award the badge class or an activity another course's
   */
  @Transactional
  public Attachment attach(
      UUID courseId, UUID badgeClassId, RuleTree tree, AwardRule.Mode mode, Actor lecturer) {
    UUID by = Lecturers.require(lecturer);
    UUID institution = courses.institutionOf(courseId);
    UUID badge = awardable.get(badgeClassId, institution).id();
    scope.requireInCourse(tree, courseId);
    Instant now = clock.instant();
    Attachment attachment = new Attachment(courseId, badge, by, now);
    attachments.add(attachment);
    attachments.add(new AwardRule(attachment.id(), 1, AwardRule.Manner.of(mode), tree, by, now));
    audit.record(institution, lecturer, "attachment.made", SUBJECT, attachment.id(), null);
    return attachment;
  }
}
