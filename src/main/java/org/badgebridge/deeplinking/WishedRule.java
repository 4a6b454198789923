package org.badgebridge.deeplinking;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.gradebook.CreateLineItem;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.rule.AwardRule;
import org.badgebridge.rule.RuleTree;
import org.badgebridge.web.Words;

/** Puts a lecturer's wish into a rule, and a rule back into a wish. */
@ApplicationScoped
public class WishedRule {

  private static final System.Logger LOG = System.getLogger(WishedRule.class.getName());
  private static final double POINTS = 100;

  private final CreateLineItem createLineItem;
  private final Activities activities;
  private final Words words;

  @Inject
  public WishedRule(CreateLineItem createLineItem, Activities activities, Words words) {
    this.createLineItem = createLineItem;
    this.activities = activities;
    this.words = words;
  }

  /**
   * The rule that a wish means. It may make a column in the gradebook on the way, or find the one
   * that an earlier try made, so never within a transaction.
   *
   * @param own the activity that shows the badge, or {@link RuleTree#OWN_LINK}
   * @throws InvalidFields if the platform did not make the column
   * @throws org.badgebridge.problem.ProblemException CONFLICT if it makes no columns at all
   */
  public RuleTree tree(Wish wish, UUID own, Course course, BadgeClass badge, Locale language) {
    return switch (wish.evidence()) {
      case RESTRICTION -> new RuleTree.Completed(own);
      case OWN_GRADE -> new RuleTree.ScoreAtLeast(own, wish.percent());
      case COLUMN_GRADE ->
          new RuleTree.ScoreAtLeast(column(course, badge, language), wish.percent());
    };
  }

  /**
   * The same without touching the gradebook, to try it out.
   *
   * @return empty if its column is not there yet, so that nothing can be known of anybody
   */
  public Optional<RuleTree> trial(Wish wish, UUID own, RuleTree present) {
    return switch (wish.evidence()) {
      case RESTRICTION -> Optional.of(new RuleTree.Completed(own));
      case OWN_GRADE -> Optional.of(new RuleTree.ScoreAtLeast(own, wish.percent()));
      case COLUMN_GRADE ->
          columnOf(present).map(column -> new RuleTree.ScoreAtLeast(column, wish.percent()));
    };
  }

  /**
   * What the form says of a rule.
   *
   * @param own the activity that shows the badge
   * @return empty if the rule is more than the form can say
   */
  public Optional<Wish> wish(AwardRule rule, UUID own) {
    RuleTree tree = rule.tree().placed(own);
    if (tree instanceof RuleTree.Completed completed && completed.activityId().equals(own)) {
      return Optional.of(new Wish(Wish.Evidence.RESTRICTION, 0, rule.mode(), false));
    }
    if (tree instanceof RuleTree.ScoreAtLeast score) {
      return evidence(score, own)
          .map(found -> new Wish(found, score.percent(), rule.mode(), false));
    }
    return Optional.empty();
  }

  private Optional<Wish.Evidence> evidence(RuleTree.ScoreAtLeast score, UUID own) {
    return score.activityId().equals(own)
        ? Optional.of(Wish.Evidence.OWN_GRADE)
        : columnOf(score).map(column -> Wish.Evidence.COLUMN_GRADE);
  }

  private Optional<UUID> columnOf(RuleTree tree) {
    return activities.find(tree.activities()).stream()
        .filter(activity -> activity.kind() == Activity.Kind.LINE_ITEM)
        .map(Activity::id)
        .findFirst();
  }

  private UUID column(Course course, BadgeClass badge, Locale language) {
    String label = words.text(language, "deeplinking.column", badge.name());
    try {
      return createLineItem.create(course.id(), badge.id().toString(), label, POINTS).id();
    } catch (ExternalUnavailable | ExternalRefusal e) {
      LOG.log(WARNING, "no column in course=" + course.id(), e);
      throw new InvalidFields(List.of(FieldFault.of("evidence", "deeplinking.fault.column")));
    }
  }
}
