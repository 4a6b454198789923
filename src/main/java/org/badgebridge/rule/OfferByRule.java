package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.award.Offer;
import org.badgebridge.award.OfferAward;
import org.badgebridge.award.Outcome;
import org.badgebridge.award.Outcome.Result;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;

/**
 * Offers badges to those who meet rules. Who comes while all places are taken, or while others wait
 * for one, joins the line. Joins the caller's transaction.
 */
@ApplicationScoped
class OfferByRule {

  private final OfferAward offerAward;
  private final Activities activities;
  private final PlaceLine line;

  @Inject
  OfferByRule(OfferAward offerAward, Activities activities, PlaceLine line) {
    this.offerAward = offerAward;
    this.activities = activities;
    this.line = line;
  }

  /** Offers to all who meet these rules, by learner. */
  void toAll(Map<ActiveRule, Map<UUID, Verdict>> met) {
    if (met.size() > 1) {
      offerAward.lock(
          met.values().stream()
              .flatMap(each -> each.keySet().stream())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    Set<UUID> awaited =
        line.awaited(met.keySet().stream().map(ActiveRule::badgeClassId).distinct().toList());
    met.forEach((rule, verdicts) -> offer(rule, verdicts, awaited.contains(rule.badgeClassId())));
  }

  /** Offers to whoever is first in the line. */
  Outcome toFirst(ActiveRule rule, UUID lmsUserId, Verdict verdict) {
    return offerAward.offer(rule.offer(lmsUserId, verdict, titles(rule)));
  }

  private void offer(ActiveRule rule, Map<UUID, Verdict> verdicts, boolean behind) {
    Map<UUID, String> titles = titles(rule);
    List<Offer> offers = new ArrayList<>();
    verdicts.forEach((user, verdict) -> offers.add(rule.offer(user, verdict, titles)));
    List<Outcome> outcomes = behind ? offerAward.behindOthers(offers) : offerAward.toAll(offers);
    Map<UUID, Instant> late = new LinkedHashMap<>();
    Iterator<Outcome> outcome = outcomes.iterator();
    verdicts.forEach(
        (user, verdict) -> {
          if (outcome.next().result() == Result.FULL) {
            late.put(user, verdict.metAt());
          }
        });
    if (!late.isEmpty()) {
      line.join(rule, late);
    }
    if (behind && !late.isEmpty()) {
      line.lookSoon(rule.badgeClassId(), late.keySet().iterator().next());
    }
  }

  private Map<UUID, String> titles(ActiveRule rule) {
    return activities.find(rule.activities()).stream()
        .collect(Collectors.toMap(Activity::id, Activity::title));
  }
}
