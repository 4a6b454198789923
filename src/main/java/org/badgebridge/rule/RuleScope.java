package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.database.Sql;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.rule.RuleTree.Leaf;

/** What a rule reads, checked against the course it belongs to. */
@ApplicationScoped
public class RuleScope {

  private final Activities activities;
  private final BadgeClasses badgeClasses;
  private final Sql sql;

  @Inject
  RuleScope(Activities activities, BadgeClasses badgeClasses, Sql sql) {
    this.activities = activities;
    this.badgeClasses = badgeClasses;
    this.sql = sql;
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

  /** What it asks about in the course that this one was copied from, and was not found here. */
  List<Activity> notFound(RuleTree tree) {
    return activities.find(tree.activities()).stream().filter(CopiedRule::notFound).toList();
  }

  /**
   * Refuses a rule that asks for a badge that nobody can earn for it: its own, or one of another
   * institution that is not open to this one.
   *
   * @throws ProblemException CONFLICT for its own, NOT_FOUND for one out of reach
   */
  void requireBadges(RuleTree tree, UUID own, UUID institutionId) {
    for (UUID badge : tree.badges()) {
      if (badge.equals(own)) {
        throw new ProblemException(ProblemType.CONFLICT, "rule.own-badge");
      }
      BadgeClass found =
          badgeClasses
              .find(badge)
              .orElseThrow(
                  () -> new ProblemException(ProblemType.NOT_FOUND, "rule.badge-not-found"));
      if (!isPublic(found) && !ofInstitution(badge, institutionId)) {
        throw new ProblemException(ProblemType.NOT_FOUND, "rule.badge-not-found");
      }
    }
  }

  private static boolean isPublic(BadgeClass badge) {
    return badge.state() == BadgeClass.State.PUBLISHED;
  }

  private boolean ofInstitution(UUID badgeClassId, UUID institutionId) {
    return sql.first(
            "select 1 as one from badge_class b join issuer s on s.id = b.issuer_id"
                + " where b.id = ? and s.institution_id = ?",
            row -> row.integer("one"),
            badgeClassId,
            institutionId)
        .isPresent();
  }

  /**
   * Whether the rule trusts a restriction in the LMS: being let in at a placement completes it, so
   * without a restriction on the placement itself everybody would get the badge.
   */
  public boolean needsRestriction(RuleTree tree) {
    Set<UUID> placements = placements(tree.activities());
    return tree.leaves()
        .anyMatch(
            leaf ->
                leaf.reads() == RuleTree.Reads.COMPLETION
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
