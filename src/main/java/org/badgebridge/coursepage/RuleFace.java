package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.badgebridge.deeplinking.CourseActivities;
import org.badgebridge.deeplinking.Wish;
import org.badgebridge.deeplinking.WishForm;
import org.badgebridge.passback.gradebook.CreateLineItem;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.rule.Attachment;
import org.badgebridge.rule.Attachments;
import org.badgebridge.rule.AwardRule;
import org.badgebridge.rule.Standing;
import org.badgebridge.rule.WhyCard;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.jspecify.annotations.Nullable;

/** The form in which a lecturer changes the rule, and who would get the badge by it. */
@ApplicationScoped
public class RuleFace {

  /** Learners named in a trial; the counts say the rest. */
  private static final int NAMED = 10;

  private final BadgeBooks badges;
  private final Attachments attachments;
  private final WhyCard whyCard;
  private final NextRule nextRule;
  private final CourseActivities activities;
  private final Views views;

  @Inject
  public RuleFace(
      BadgeBooks badges,
      Attachments attachments,
      WhyCard whyCard,
      NextRule nextRule,
      CourseActivities activities,
      Views views) {
    this.badges = badges;
    this.attachments = attachments;
    this.whyCard = whyCard;
    this.nextRule = nextRule;
    this.activities = activities;
    this.views = views;
  }

  /**
   * The form.
   *
   * @param obstacle message key of what is in the way of saving; null if nothing is
   */
  String render(
      Visit visit, Page page, WishForm form, List<FieldFault> faults, @Nullable String obstacle) {
    Attachment attachment = Objects.requireNonNull(visit.attachment());
    AwardRule rule = attachments.rule(attachment.id());
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("badge", badges.of(attachment.badgeClassId(), page));
    parameters.put("attachment", attachment);
    parameters.put("rule", rule);
    parameters.put("asks", whyCard.asks(rule.tree()));
    parameters.put("form", form);
    parameters.put("columns", CreateLineItem.possible(visit.course()));
    parameters.put("activities", activities.possible(visit.course()));
    parameters.put("faults", faults);
    parameters.put("obstacle", obstacle == null ? "" : obstacle);
    return views.render("coursepage/rule.jte", page, parameters);
  }

  /** Who would get it by the form as it stands; a hint while the form has faults. */
  String trial(Visit visit, Page page, WishForm form) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("key", "coursepage.rule.trial." + deed(form.mode()));
    try {
      Wish wish = form.wish();
      Optional<Standing> standing = nextRule.trial(visit, wish);
      String unknown = wish.evidence().elsewhere() ? "new-activity" : "new-column";
      parameters.put(
          "hint", standing.isPresent() ? "" : page.t("coursepage.rule.trial." + unknown));
      standing.ifPresent(
          found -> {
            parameters.put("standing", found);
            parameters.put("first", found.page(Standing.Group.WOULD_GET, null, NAMED));
          });
    } catch (InvalidFields invalid) {
      parameters.put("hint", page.t("coursepage.rule.trial.incomplete"));
    }
    return views.render("coursepage/trial.jte", page, parameters);
  }

  /** What happens to whoever meets the rule, as the last part of a message key. */
  private static String deed(String mode) {
    if (AwardRule.Mode.APPROVE.name().equals(mode)) {
      return "proposed";
    }
    return AwardRule.Mode.REQUEST.name().equals(mode) ? "asks" : "gets";
  }
}
