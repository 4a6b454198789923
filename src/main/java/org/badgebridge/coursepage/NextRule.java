package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.course.Activities;
import org.badgebridge.deeplinking.Wish;
import org.badgebridge.deeplinking.WishForm;
import org.badgebridge.deeplinking.WishedRule;
import org.badgebridge.rule.Attachment;
import org.badgebridge.rule.Attachments;
import org.badgebridge.rule.AwardRule;
import org.badgebridge.rule.ChangeRule;
import org.badgebridge.rule.DryRun;
import org.badgebridge.rule.RuleTree;
import org.badgebridge.rule.Standing;

/** From the present rule of an activity's badge to the one that its lecturer wants instead. */
@ApplicationScoped
public class NextRule {

  private final Attachments attachments;
  private final Activities activities;
  private final BadgeClasses badgeClasses;
  private final WishedRule wishedRule;
  private final DryRun dryRun;
  private final ChangeRule changeRule;

  @Inject
  public NextRule(
      Attachments attachments,
      Activities activities,
      BadgeClasses badgeClasses,
      WishedRule wishedRule,
      DryRun dryRun,
      ChangeRule changeRule) {
    this.attachments = attachments;
    this.activities = activities;
    this.badgeClasses = badgeClasses;
    this.wishedRule = wishedRule;
    this.dryRun = dryRun;
    this.changeRule = changeRule;
  }

  /** The form for the rule of now; nothing is chosen in it if the rule is more than it can say. */
  WishForm present(Visit visit) {
    return wishedRule
        .wish(rule(visit), own(visit))
        .map(WishForm::of)
        .orElseGet(WishForm::undecided);
  }

  /**
   * Where the learners would stand.
   *
   * @return empty if the rule reads a column that is made, or an activity that is asked about, only
   *     when it is saved
   */
  Optional<Standing> trial(Visit visit, Wish wish) {
    return wishedRule
        .trial(wish, own(visit), visit.course(), rule(visit).tree())
        .map(tree -> dryRun.of(attachment(visit).id(), tree));
  }

  /**
   * Makes it the next version. The gradebook may be called on the way, so this is no transaction.
   *
   * @return whether anything changed
   * @throws org.badgebridge.problem.ProblemException as {@link ChangeRule#change} and {@link
   *     WishedRule#tree}
   */
  boolean change(Visit visit, Wish wish) {
    AwardRule before = rule(visit);
    Attachment attachment = attachment(visit);
    UUID own = own(visit);
    BadgeClass badge = badgeClasses.find(attachment.badgeClassId()).orElseThrow();
    RuleTree tree =
        wishedRule
            .trial(wish, own, visit.course(), before.tree())
            .orElseGet(
                () -> wishedRule.tree(wish, own, visit.course(), badge, visit.session().locale()));
    AwardRule after =
        changeRule.change(
            attachment.id(),
            visit.course().id(),
            tree,
            new AwardRule.Manner(wish.mode(), before.manner().onChange(), before.manner().reEarn()),
            visit.session().actor());
    return after.number() != before.number();
  }

  private AwardRule rule(Visit visit) {
    return attachments.rule(attachment(visit).id());
  }

  private UUID own(Visit visit) {
    return activities.of(visit.link()).id();
  }

  private static Attachment attachment(Visit visit) {
    return Objects.requireNonNull(visit.attachment());
  }
}
