package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.award.Offer;
import org.badgebridge.award.OfferAward;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.PassbackRecorded;

/**
 * Awards what new evidence has earned, in the transaction that records it, so that both stand or
 * fall together. Looks only at rules that read the activity, and only at this learner.
 */
@ApplicationScoped
public class EvaluateRules {

  private final ActiveRules rules;
  private final RuleEvidence evidence;
  private final Activities activities;
  private final OfferAward offerAward;
  private final Doubts doubts;

  @Inject
  EvaluateRules(
      ActiveRules rules,
      RuleEvidence evidence,
      Activities activities,
      OfferAward offerAward,
      Doubts doubts) {
    this.rules = rules;
    this.evidence = evidence;
    this.activities = activities;
    this.offerAward = offerAward;
    this.doubts = doubts;
  }

  void onEvidence(@Observes PassbackRecorded recorded) {
    apply(rules.reading(recorded.activityId(), recorded.lmsUserId()), recorded.lmsUserId());
  }

  /** Judges one learner by these rules; offers what is met, and doubts what is met no more. */
  void apply(List<ActiveRule> concerned, UUID lmsUserId) {
    List<ActiveRule> judging =
        concerned.stream()
            .filter(rule -> rule.mode() != AwardRule.Mode.REQUEST || rule.doubts())
            .toList();
    if (judging.isEmpty()) {
      return;
    }
    List<EvidenceItem> known =
        evidence.of(lmsUserId, judging.stream().map(ActiveRule::tree).toList());
    for (ActiveRule rule : judging) {
      Verdict verdict = rule.tree().judge(known);
      if (!verdict.met()) {
        doubts.metNoMore(rule, lmsUserId, verdict);
      } else if (!doubts.metAgain(rule, lmsUserId) && rule.mode() != AwardRule.Mode.REQUEST) {
        offerAward.offer(rule.offer(lmsUserId, verdict, titles(rule)));
      }
    }
  }

  /** The same for some learners and one rule, with few statements. */
  void apply(ActiveRule rule, List<UUID> lmsUserIds) {
    boolean awards = rule.mode() != AwardRule.Mode.REQUEST;
    if (lmsUserIds.isEmpty() || (!awards && !rule.doubts())) {
      return;
    }
    Map<UUID, List<EvidenceItem>> known =
        evidence.of(lmsUserIds, List.of(rule.tree())).stream()
            .collect(Collectors.groupingBy(EvidenceItem::lmsUserId));
    Map<UUID, String> titles = titles(rule);
    List<Offer> offers = new ArrayList<>();
    for (UUID each : lmsUserIds) {
      Verdict verdict = rule.tree().judge(known.getOrDefault(each, List.of()));
      if (!verdict.met()) {
        doubts.metNoMore(rule, each, verdict);
      } else if (!doubts.metAgain(rule, each) && awards) {
        offers.add(rule.offer(each, verdict, titles));
      }
    }
    offerAward.toAll(offers);
  }

  private Map<UUID, String> titles(ActiveRule rule) {
    return activities.find(rule.activities()).stream()
        .collect(Collectors.toMap(Activity::id, Activity::title));
  }
}
