package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.course.ResourceLink;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.passback.ActivityCatalogue.Offered;

/**
 * Puts a rule into the copy of its course: the same conditions about the activities that have come
 * of the old ones. Where none is found the condition stays, about an activity that nobody can have
 * done, until a lecturer changes the rule: a condition less would give badges away.
 */
@ApplicationScoped
class CopiedRule {

  private static final String NOT_FOUND = "copied:";

  private final Activities activities;
  private final ResourceLinks links;
  private final Attachments attachments;

  @Inject
  CopiedRule(Activities activities, ResourceLinks links, Attachments attachments) {
    this.activities = activities;
    this.links = links;
    this.attachments = attachments;
  }

  /** Whether it stands for an activity of the old course that was not found in the copy. */
  static boolean notFound(Activity activity) {
    return activity.reference().startsWith(NOT_FOUND);
  }

  /**
   * The rule for the copy. Makes activities known, so within a transaction.
   *
   * @param old the attachment in the old course
   * @param there the activities of the platform's own in the copy; empty if nobody tells
   */
  RuleTree of(Attachment old, UUID courseId, List<Offered> there) {
    RuleTree tree = attachments.rule(old.id()).tree();
    String text = RuleText.write(tree); // ids are unique in it, so they can be put into each other
    for (Activity each : activities.find(tree.activities())) {
      text = text.replace(each.id().toString(), in(courseId, old, each, there).toString());
    }
    return RuleText.read(text);
  }

  private UUID in(UUID courseId, Attachment old, Activity activity, List<Offered> there) {
    if (isOwn(activity, old)) {
      return RuleTree.OWN_LINK;
    }
    return switch (activity.kind()) {
      case COURSE, SENT -> same(courseId, activity, activity.reference());
      case MODULE ->
          module(activity, there)
              .map(reference -> same(courseId, activity, reference))
              .orElseGet(() -> titled(courseId, activity));
      case RESOURCE_LINK ->
          placement(courseId, activity).orElseGet(() -> titled(courseId, activity));
      case LINE_ITEM, ATTENDANCE, TASK -> titled(courseId, activity);
    };
  }

  private boolean isOwn(Activity activity, Attachment old) {
    return activity.kind() == Activity.Kind.RESOURCE_LINK
        && links.showing(old.id()).stream()
            .anyMatch(link -> link.linkId().equals(activity.reference()));
  }

  private UUID same(UUID courseId, Activity activity, String reference) {
    return activities.known(courseId, activity.kind(), reference, activity.title()).id();
  }

  /** The only one of that name. */
  private static Optional<String> module(Activity activity, List<Offered> there) {
    List<Offered> named =
        there.stream()
            .filter(each -> each.kind() == Activity.Kind.MODULE)
            .filter(each -> each.title().equals(activity.title()))
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0).reference()) : Optional.empty();
  }

  /** The placement here of what the old placement showed. */
  private Optional<UUID> placement(UUID courseId, Activity activity) {
    return links
        .find(activity.courseId(), activity.reference())
        .map(ResourceLink::attachmentId)
        .flatMap(shown -> attachments.copyOf(shown, courseId))
        .flatMap(copy -> links.showing(copy.id()).stream().findFirst())
        .map(link -> activities.of(link).id());
  }

  /** What is known here by the same name and is of the same kind, or what stands for it. */
  private UUID titled(UUID courseId, Activity activity) {
    List<Activity> named =
        activities.of(courseId).stream()
            .filter(each -> each.kind() == activity.kind() && !notFound(each))
            .filter(each -> each.title().equals(activity.title()))
            .toList();
    return named.size() == 1
        ? named.get(0).id()
        : same(courseId, activity, NOT_FOUND + activity.id());
  }
}
