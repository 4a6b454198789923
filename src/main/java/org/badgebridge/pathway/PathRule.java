package org.badgebridge.pathway;

import java.util.List;
import java.util.UUID;
import org.badgebridge.badgeclass.content.Pathway;
import org.badgebridge.rule.RuleTree;

/**
 * A path as the rule that the engine judges: every step, and of each as many badges as it takes.
 */
final class PathRule {

  private PathRule() {}

  static RuleTree of(Pathway pathway) {
    return new RuleTree.AllOf(pathway.steps().stream().map(PathRule::of).toList());
  }

  static RuleTree of(Pathway.Step step) {
    List<RuleTree> badges = step.badges().stream().map(PathRule::holds).toList();
    return step.needed() == badges.size()
        ? new RuleTree.AllOf(badges)
        : new RuleTree.AtLeast(step.needed(), badges);
  }

  private static RuleTree holds(UUID badge) {
    return new RuleTree.Holds(badge);
  }
}
