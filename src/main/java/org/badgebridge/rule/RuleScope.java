package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.rule.RuleTree.Leaf;

/** What a rule reads, checked against the course it belongs to. */
@ApplicationScoped
class RuleScope {

  private final Activities activities;

  @Inject
  RuleScope(Activities activities) {
    this.activities = activities;
  }

  /**
   * Refuses a rule that reads another course's activities.
   *
   * @throws ProblemException NOT_FOUND
   */
  void requireInCourse(RuleTree tree, UUID courseId) {
    Set<UUID> wanted = tree.activities();
    List<Activity> found = activities.find(wanted);
    if (found.size() != wanted.size()
        || found.stream().anyMatch(activity -> !activity.courseId().equals(courseId))) {
      throw new ProblemException(ProblemType.NOT_FOUND, "rule.activity-not-found");
    }
  }

  /**
   * Whether the rule trusts a restriction in the LMS: being let in at a placement completes it, so
   * without a restriction on the placement itself everybody would get the badge.
   */
  boolean needsRestriction(RuleTree tree) {
    Set<UUID> placements = placements(tree.activities());
    return tree.leaves()
        .anyMatch(
            leaf ->
                !(leaf instanceof RuleTree.ScoreAtLeast)
                    && (leaf.activityId().equals(RuleTree.OWN_LINK)
                        || placements.contains(leaf.activityId())));
  }

  /**
   * Whether the rule reads the scores of one of these activities: then Badge Bridge must not write
   * there, or it would take its own score for evidence.
   */
  static boolean readsScoresOf(RuleTree tree, Set<UUID> activities) {
    return tree.leaves()
        .filter(leaf -> !(leaf instanceof RuleTree.Completed))
        .map(Leaf::activityId)
        .anyMatch(activities::contains);
  }

  private Set<UUID> placements(Set<UUID> ids) {
    return activities.find(ids).stream()
        .filter(activity -> activity.kind() == Activity.Kind.RESOURCE_LINK)
        .map(Activity::id)
        .collect(Collectors.toSet());
  }
}
