package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Courses;
import org.badgebridge.course.ResourceLink;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.identity.Actor;

/**
 * Joins an attachment and the placement that the platform made of it, at the first launch: the
 * placement shows the attachment, and where the rule says {@link RuleTree#OWN_LINK} it reads the
 * placement from now on.
 */
@ApplicationScoped
public class PlaceRule {

  private final Attachments attachments;
  private final Activities activities;
  private final ResourceLinks links;
  private final Courses courses;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  PlaceRule(
      Attachments attachments,
      Activities activities,
      ResourceLinks links,
      Courses courses,
      AuditTrail audit,
      Clock clock) {
    this.attachments = attachments;
    this.activities = activities;
    this.links = links;
    this.courses = courses;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Places the attachment. Every launch may call it; once placed nothing is written.
   *
   * @param actor whoever launches; the attachment id comes signed from the platform
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if the attachment is not of the
   *     placement's course
   */
  @Transactional
  public void place(UUID attachmentId, ResourceLink link, Actor actor) {
    if (!attachmentId.equals(link.attachmentId())) {
      attachments.inCourse(attachmentId, link.courseId());
      links.show(link.id(), attachmentId);
    }
    AwardRule rule = attachments.rule(attachmentId);
    if (rule.tree().isPlaced()) {
      return;
    }
    attachments.lockedInCourse(attachmentId, link.courseId());
    rule = attachments.rule(attachmentId);
    if (rule.tree().isPlaced()) {
      return; // another launch was first
    }
    attachments.add(
        new AwardRule(
            attachmentId,
            rule.number() + 1,
            rule.manner(),
            rule.tree().placed(activities.of(link).id()),
            rule.createdBy(),
            clock.instant()));
    audit.record(
        courses.institutionOf(link.courseId()),
        actor,
        "rule.placed",
        AttachBadge.SUBJECT,
        attachmentId,
        null);
  }
}
