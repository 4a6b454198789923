package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Courses;
import org.badgebridge.course.ResourceLink;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** What must hold before an attachment awards or writes scores. */
@ApplicationScoped
class AttachmentChecks {

  private final Attachments attachments;
  private final RuleScope scope;
  private final BadgeClasses badgeClasses;
  private final Courses courses;
  private final ResourceLinks links;
  private final Activities activities;

  @Inject
  AttachmentChecks(
      Attachments attachments,
      RuleScope scope,
      BadgeClasses badgeClasses,
      Courses courses,
      ResourceLinks links,
      Activities activities) {
    this.attachments = attachments;
    this.scope = scope;
    this.badgeClasses = badgeClasses;
    this.courses = courses;
    this.links = links;
    this.activities = activities;
  }

  void requireReady(Attachment attachment, RuleTree tree) {
    if (!tree.isPlaced()) {
      throw new ProblemException(ProblemType.CONFLICT, "rule.not-placed");
    }
    if (!scope.notFound(tree).isEmpty()) {
      throw new ProblemException(ProblemType.CONFLICT, "rule.copied-not-found");
    }
    if (scope.needsRestriction(tree) && !attachment.restrictionConfirmed()) {
      throw new ProblemException(ProblemType.CONFLICT, "rule.confirm-restriction");
    }
    boolean published =
        badgeClasses
            .find(attachment.badgeClassId())
            .filter(badge -> badge.state() == BadgeClass.State.PUBLISHED)
            .isPresent();
    if (!published) {
      throw new ProblemException(ProblemType.CONFLICT, "rule.badge-not-published");
    }
  }

  void requireUnreadColumn(Attachment attachment) {
    if (columnIsRead(attachment)) {
      throw new ProblemException(ProblemType.CONFLICT, "rule.write-back-own-evidence");
    }
  }

  /**
   * Refuses a rule that would read what Badge Bridge itself writes into the gradebook.
   *
   * @throws ProblemException CONFLICT
   */
  void requireUnwritten(Attachment attachment, RuleTree tree) {
    Set<UUID> written =
        attachment.writeBack() == Attachment.WriteBack.NONE ? Set.of() : columns(attachment);
    if (RuleScope.readsScoresOf(tree, written)) {
      throw new ProblemException(ProblemType.CONFLICT, "rule.own-column-written");
    }
  }

  /**
   * Whether a rule reads the scores of a column that the attachment would write: its own rule or
   * any other, also one that is off now.
   */
  boolean columnIsRead(Attachment attachment) {
    Set<UUID> columns = columns(attachment);
    if (attachments.rulesReading(columns).stream()
        .anyMatch(tree -> RuleScope.readsScoresOf(tree, columns))) {
      return true;
    }
    RuleTree own = attachments.rule(attachment.id()).tree();
    return RuleScope.readsScoresOf(own, Set.of(RuleTree.OWN_LINK));
  }

  private Set<UUID> columns(Attachment attachment) {
    return links.showing(attachment.id()).stream()
        .flatMap(this::columns)
        .collect(Collectors.toSet());
  }

  /** The activities that stand for a placement's column. */
  private Stream<UUID> columns(ResourceLink link) {
    String url = link.lineitemUrl();
    return Stream.of(
            activities.find(link.courseId(), Activity.Kind.RESOURCE_LINK, link.linkId()),
            url == null
                ? Optional.<Activity>empty()
                : activities.find(link.courseId(), Activity.Kind.LINE_ITEM, url))
        .flatMap(Optional::stream)
        .map(Activity::id);
  }

  UUID institutionOf(Attachment attachment) {
    return courses.institutionOf(attachment.courseId());
  }
}
