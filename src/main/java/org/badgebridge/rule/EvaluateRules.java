package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.award.OfferAward;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.PassbackRecorded;

/**
 * Awards what new evidence has earned, in the transaction that records it, so that both stand or
 * fall together. Looks only at rules that read the activity, and only at this learner.
 */
@ApplicationScoped
public class EvaluateRules {

  private final ActiveRules rules;
  private final Evidence evidence;
  private final Activities activities;
  private final OfferAward offerAward;

  @Inject
  EvaluateRules(
      ActiveRules rules, Evidence evidence, Activities activities, OfferAward offerAward) {
    this.rules = rules;
    this.evidence = evidence;
    this.activities = activities;
    this.offerAward = offerAward;
  }

  void onEvidence(@Observes PassbackRecorded recorded) {
    apply(rules.reading(recorded.activityId(), recorded.lmsUserId()), recorded.lmsUserId());
  }

  /** Judges one learner by these rules and offers what is met. */
  void apply(List<ActiveRule> concerned, UUID lmsUserId) {
    List<ActiveRule> awarding =
        concerned.stream().filter(rule -> rule.mode() != AwardRule.Mode.REQUEST).toList();
    Set<UUID> read =
        awarding.stream().flatMap(rule -> rule.activities().stream()).collect(Collectors.toSet());
    List<EvidenceItem> known = evidence.of(lmsUserId, read);
    for (ActiveRule rule : awarding) {
      Verdict verdict = rule.tree().judge(known);
      if (verdict.met()) {
        offerAward.offer(rule.offer(lmsUserId, verdict, titles(rule)));
      }
    }
  }

  private Map<UUID, String> titles(ActiveRule rule) {
    return activities.find(rule.activities()).stream()
        .collect(Collectors.toMap(Activity::id, Activity::title));
  }
}
