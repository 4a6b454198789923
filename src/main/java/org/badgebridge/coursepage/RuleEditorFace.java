package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.badgebridge.coursepage.editor.Offered;
import org.badgebridge.coursepage.editor.RuleDraft;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.rule.Attachment;
import org.badgebridge.rule.Attachments;
import org.badgebridge.rule.AwardRule;
import org.badgebridge.rule.DryRun;
import org.badgebridge.rule.LearnerStanding;
import org.badgebridge.rule.RuleTree;
import org.badgebridge.rule.Standing;
import org.badgebridge.rule.Verdict;
import org.badgebridge.rule.WhyCard;
import org.badgebridge.rule.WhyCard.Condition;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;

/** The editor in which a lecturer combines conditions, and who would get the badge by them. */
@ApplicationScoped
public class RuleEditorFace {

  /** Learners named in a trial; the counts say the rest. */
  private static final int NAMED = 10;

  private final BadgeBooks badges;
  private final Attachments attachments;
  private final Offered offered;
  private final DryRun dryRun;
  private final WhyCard whyCard;
  private final Views views;

  @Inject
  public RuleEditorFace(
      BadgeBooks badges,
      Attachments attachments,
      Offered offered,
      DryRun dryRun,
      WhyCard whyCard,
      Views views) {
    this.badges = badges;
    this.attachments = attachments;
    this.offered = offered;
    this.dryRun = dryRun;
    this.whyCard = whyCard;
    this.views = views;
  }

  /** A learner for whom one condition is missing, and which. */
  public record Nearly(String name, List<Condition> missing) {}

  /** An earlier version of the rule, in words. */
  public record Earlier(AwardRule rule, List<Condition> asks) {}

  /**
   * What stands in the editor.
   *
   * @param focus the line to go to; -1 for none
   * @param obstacle message key of what is in the way of saving; empty if nothing is
   */
  record Shown(
      RuleDraft draft,
      AwardRule.Manner manner,
      int focus,
      List<FieldFault> faults,
      String obstacle) {}

  String render(Visit visit, Page page, Shown shown) {
    Attachment attachment = Objects.requireNonNull(visit.attachment());
    List<AwardRule> versions = attachments.rules(attachment.id());
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("badge", badges.of(attachment.badgeClassId(), page));
    parameters.put("attachment", attachment);
    parameters.put("number", versions.get(0).number());
    Offered.Subjects subjects = subjects(visit, versions.get(0).tree());
    parameters.put("subjects", subjects);
    parameters.put("draft", subjects.settle(shown.draft()));
    parameters.put("manner", shown.manner());
    parameters.put("focus", shown.focus());
    parameters.put("faults", shown.faults());
    parameters.put("obstacle", shown.obstacle());
    parameters.put(
        "earlier",
        versions.stream().map(each -> new Earlier(each, whyCard.asks(each.tree()))).toList());
    return views.render("coursepage/editor.jte", page, parameters);
  }

  /** Who would get it by the draft as it stands; a hint while it has faults. */
  String trial(Visit visit, Page page, RuleDraft draft) {
    Attachment attachment = Objects.requireNonNull(visit.attachment());
    Map<String, Object> parameters = new HashMap<>();
    try {
      RuleTree tree = rule(visit, draft);
      Standing standing = dryRun.of(attachment.id(), tree);
      Function<Verdict, List<Condition>> words = whyCard.inWords(tree);
      parameters.put("standing", standing);
      parameters.put("first", standing.page(Standing.Group.WOULD_GET, null, NAMED));
      parameters.put("nearly", nearly(standing, words));
      parameters.put("near", standing.notYet().stream().filter(LearnerStanding::nearly).count());
      parameters.put("never", standing.notYet().stream().filter(LearnerStanding::never).count());
    } catch (InvalidFields invalid) {
      parameters.put("hint", page.t("coursepage.rule.trial.incomplete"));
    }
    return views.render("coursepage/editor-trial.jte", page, parameters);
  }

  /**
   * The rule that a draft says.
   *
   * @throws InvalidFields with every fault
   */
  RuleTree rule(Visit visit, RuleDraft draft) {
    Attachment attachment = Objects.requireNonNull(visit.attachment());
    RuleTree present = attachments.rule(attachment.id()).tree();
    return offered.rule(visit.course(), draft, subjects(visit, present));
  }

  private Offered.Subjects subjects(Visit visit, RuleTree present) {
    Attachment attachment = Objects.requireNonNull(visit.attachment());
    return offered.of(visit.course(), attachment.badgeClassId(), present);
  }

  private static List<Nearly> nearly(Standing standing, Function<Verdict, List<Condition>> words) {
    List<Nearly> found = new ArrayList<>();
    standing.notYet().stream()
        .filter(LearnerStanding::nearly)
        .limit(NAMED)
        .forEach(each -> found.add(new Nearly(each.name(), missing(words, each))));
    return found;
  }

  private static List<Condition> missing(
      Function<Verdict, List<Condition>> words, LearnerStanding learner) {
    return words.apply(learner.verdict()).stream()
        .filter(line -> !line.heading() && !line.met())
        .toList();
  }
}
