package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Courses;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** What must hold before an attachment awards or writes scores. */
@ApplicationScoped
class AttachmentChecks {

  private final RuleScope scope;
  private final BadgeClasses badgeClasses;
  private final Courses courses;
  private final ResourceLinks links;
  private final Activities activities;

  @Inject
  AttachmentChecks(
      RuleScope scope,
      BadgeClasses badgeClasses,
      Courses courses,
      ResourceLinks links,
      Activities activities) {
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

  void requireOwnColumn(Attachment attachment, RuleTree tree) {
    if (readsOwnColumn(attachment, tree)) {
      throw new ProblemException(ProblemType.CONFLICT, "rule.write-back-own-evidence");
    }
  }

  boolean readsOwnColumn(Attachment attachment, RuleTree tree) {
    Set<UUID> placements =
        links.showing(attachment.id()).stream()
            .map(
                link ->
                    activities.find(link.courseId(), Activity.Kind.RESOURCE_LINK, link.linkId()))
            .flatMap(Optional::stream)
            .map(Activity::id)
            .collect(Collectors.toSet());
    return scope.readsScoresOf(tree, placements);
  }

  UUID institutionOf(Attachment attachment) {
    return courses.institutionOf(attachment.courseId());
  }
}
