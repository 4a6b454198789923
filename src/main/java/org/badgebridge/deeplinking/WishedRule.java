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
  private final CourseActivities courseActivities;
  private final Words words;

  @Inject
  public WishedRule(
      CreateLineItem createLineItem,
      Activities activities,
      CourseActivities courseActivities,
      Words words) {
    this.createLineItem = createLineItem;
    this.activities = activities;
    this.courseActivities = courseActivities;
    this.words = words;
  }

  /**
   * The rule that a wish means. It may make a column in the gradebook on the way, or find the one
   * that an earlier try made, or ask the platform for its activities, so never within a
   * transaction.
   *
   * @param own the activity that shows the badge, or {@link RuleTree#OWN_LINK}
   * @throws InvalidFields if the platform did not make the column, or as {@link
   *     CourseActivities#chosen}
   * @throws org.badgebridge.problem.ProblemException CONFLICT if it makes no columns at all
   */
  public RuleTree tree(Wish wish, UUID own, Course course, BadgeClass badge, Locale language) {
    return switch (wish.evidence()) {
      case RESTRICTION -> new RuleTree.Completed(own);
      case OWN_GRADE -> new RuleTree.ScoreAtLeast(own, wish.percent());
      case COLUMN_GRADE ->
          new RuleTree.ScoreAtLeast(column(course, badge, language), wish.percent());
      case ACTIVITY_DONE -> new RuleTree.Completed(courseActivities.chosen(course, wish));
      case ACTIVITY_GRADE ->
          new RuleTree.ScoreAtLeast(courseActivities.chosen(course, wish), wish.percent());
    };
  }

  /**
   * The same without touching the gradebook or asking anybody, to try it out.
   *
   * @return empty if its column is not there yet, or no rule ever asked about its activity, so that
   *     nothing can be known of anybody
   */
  public Optional<RuleTree> trial(Wish wish, UUID own, Course course, RuleTree present) {
    return switch (wish.evidence()) {
      case RESTRICTION -> Optional.of(new RuleTree.Completed(own));
      case OWN_GRADE -> Optional.of(new RuleTree.ScoreAtLeast(own, wish.percent()));
      case COLUMN_GRADE ->
          columnOf(present).map(column -> new RuleTree.ScoreAtLeast(column, wish.percent()));
      case ACTIVITY_DONE -> courseActivities.known(course, wish).map(RuleTree.Completed::new);
      case ACTIVITY_GRADE ->
          courseActivities
              .known(course, wish)
              .map(activity -> new RuleTree.ScoreAtLeast(activity, wish.percent()));
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
    if (tree instanceof RuleTree.Completed completed) {
      return completed.activityId().equals(own)
          ? Optional.of(new Wish(Wish.Evidence.RESTRICTION, 0, rule.mode(), false, ""))
          : elsewhere(completed)
              .map(of -> new Wish(Wish.Evidence.ACTIVITY_DONE, 0, rule.mode(), false, of));
    }
    return tree instanceof RuleTree.ScoreAtLeast score
        ? graded(score, rule.mode(), own)
        : Optional.empty();
  }

  private Optional<Wish> graded(RuleTree.ScoreAtLeast score, AwardRule.Mode mode, UUID own) {
    double percent = score.percent();
    if (score.activityId().equals(own)) {
      return Optional.of(new Wish(Wish.Evidence.OWN_GRADE, percent, mode, false, ""));
    }
    return columnOf(score)
        .map(column -> new Wish(Wish.Evidence.COLUMN_GRADE, percent, mode, false, ""))
        .or(
            () ->
                elsewhere(score)
                    .map(of -> new Wish(Wish.Evidence.ACTIVITY_GRADE, percent, mode, false, of)));
  }

  private Optional<String> elsewhere(RuleTree.Leaf leaf) {
    return activities.find(leaf.activityId()).flatMap(CourseActivities::value);
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
