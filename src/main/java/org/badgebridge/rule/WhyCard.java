package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Tells one learner, or the lecturer about one, why a badge came or not yet. */
@ApplicationScoped
public class WhyCard {

  private final Attachments attachments;
  private final RuleEvidence evidence;
  private final Activities activities;
  private final Awards awards;
  private final BadgeClasses badgeClasses;

  @Inject
  WhyCard(
      Attachments attachments,
      RuleEvidence evidence,
      Activities activities,
      Awards awards,
      BadgeClasses badgeClasses) {
    this.attachments = attachments;
    this.evidence = evidence;
    this.activities = activities;
    this.awards = awards;
    this.badgeClasses = badgeClasses;
  }

  /**
   * The card.
   *
   * @param met whether the present rule is met by the evidence of now
   * @param award the learner's award of this badge class, whatever became of it; proposals and
   *     rejections too, which a learner's page does not show
   * @param because the evidence that gave the award, as it was then; empty if no rule gave it
   */
  public record Card(
      UUID attachmentId,
      UUID badgeClassId,
      Attachment.State state,
      AwardRule.Mode mode,
      boolean met,
      List<Condition> conditions,
      @Nullable DirectAward award,
      List<Reason.Item> because) {

    /**
     * Whether the learner may ask for it now. What they declined they can take after all instead.
     *
     * @param onRequestOnly whether the badge class is only for those who ask, whatever the rule
     *     says
     */
    public boolean mayRequest(boolean onRequestOnly) {
      boolean free =
          award == null || (!award.state().live() && award.state() != AwardState.DECLINED);
      return met
          && free
          && state == Attachment.State.ON
          && (onRequestOnly || mode == AwardRule.Mode.REQUEST);
    }

    /** How many conditions are met. */
    public long metCount() {
      return leaves().filter(Condition::met).count();
    }

    /** How many conditions there are. */
    public long count() {
      return leaves().count();
    }

    private Stream<Condition> leaves() {
      return conditions.stream().filter(condition -> !condition.heading());
    }
  }

  /**
   * One line of the card, in reading order.
   *
   * @param depth 0 for the outermost
   * @param heading whether it introduces the deeper lines that follow
   * @param labelKey message key of what is asked, with its arguments
   * @param seenKey message key of what was seen, with its arguments; empty for headings
   * @param when when that became true
   * @param sourceKey message key of where it came from
   */
  public record Condition(
      int depth,
      boolean heading,
      boolean met,
      String labelKey,
      List<Object> labelArguments,
      String seenKey,
      List<Object> seenArguments,
      @Nullable Instant when,
      @Nullable String sourceKey) {}

  /** One learner's card of one attachment. */
  public Card of(UUID attachmentId, UUID lmsUserId) {
    Attachment attachment =
        attachments
            .find(attachmentId)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "rule.not-found"));
    AwardRule rule = attachments.rule(attachmentId);
    RuleTree tree = rule.tree();
    Verdict verdict = tree.judge(evidence.of(lmsUserId, List.of(tree)));
    DirectAward award = awards.of(attachment.badgeClassId(), lmsUserId).orElse(null);
    return new Card(
        attachmentId,
        attachment.badgeClassId(),
        attachment.state(),
        rule.mode(),
        verdict.met(),
        lines(tree, verdict),
        award,
        award == null
            ? List.of()
            : Reason.of(award.reason()).map(Reason::evidence).orElse(List.of()));
  }

  /** What a rule asks, in words, without any learner: for the lecturer's page. */
  public List<Condition> asks(RuleTree tree) {
    return lines(tree, tree.judge(List.of()));
  }

  private List<Condition> lines(RuleTree tree, Verdict verdict) {
    return inWords(tree).apply(verdict);
  }

  /** Puts verdicts by a rule into words; the names in it are looked up once. */
  public Function<Verdict, List<Condition>> inWords(RuleTree tree) {
    Map<UUID, Activity> names =
        activities.find(tree.activities()).stream()
            .collect(Collectors.toMap(Activity::id, Function.identity()));
    Map<UUID, String> badges = new HashMap<>();
    tree.badges()
        .forEach(id -> badgeClasses.find(id).ifPresent(badge -> badges.put(id, badge.name())));
    return verdict -> new CardLines(names, badges).of(verdict);
  }
}
