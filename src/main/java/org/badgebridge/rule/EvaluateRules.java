package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.award.Outcome;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.PassbackRecorded;
import org.badgebridge.passback.PassbackRecorded.About;

/**
 * Awards what new evidence has earned, in the transaction that records it, so that both stand or
 * fall together. Looks only at rules that read the activities, and only at these learners; a few
 * queries however many they are.
 */
@ApplicationScoped
public class EvaluateRules {

  private final ActiveRules rules;
  private final RuleEvidence evidence;
  private final OfferByRule offers;
  private final Doubts doubts;

  @Inject
  EvaluateRules(ActiveRules rules, RuleEvidence evidence, OfferByRule offers, Doubts doubts) {
    this.rules = rules;
    this.evidence = evidence;
    this.offers = offers;
    this.doubts = doubts;
  }

  void onEvidence(@Observes PassbackRecorded recorded) {
    Map<UUID, List<ActiveRule>> reading =
        rules.reading(recorded.all().stream().map(About::activityId).collect(Collectors.toSet()));
    if (reading.isEmpty()) {
      return;
    }
    Map<UUID, Set<UUID>> lecturers =
        rules.lecturers(
            reading.values().stream()
                .flatMap(List::stream)
                .map(ActiveRule::courseId)
                .collect(Collectors.toSet()),
            recorded.all().stream().map(About::lmsUserId).collect(Collectors.toSet()));
    Map<UUID, Set<ActiveRule>> concerned = new LinkedHashMap<>();
    for (About about : recorded.all()) {
      for (ActiveRule rule : reading.getOrDefault(about.activityId(), List.of())) {
        if (!lecturers.getOrDefault(rule.courseId(), Set.of()).contains(about.lmsUserId())) {
          concerned.computeIfAbsent(about.lmsUserId(), id -> new LinkedHashSet<>()).add(rule);
        }
      }
    }
    applyAll(concerned);
  }

  /** Judges one learner by these rules; offers what is met, and doubts what is met no more. */
  void apply(List<ActiveRule> concerned, UUID lmsUserId) {
    applyAll(Map.of(lmsUserId, concerned));
  }

  /** The same for some learners and one rule. */
  void apply(ActiveRule rule, List<UUID> lmsUserIds) {
    Map<UUID, List<ActiveRule>> concerned = new LinkedHashMap<>();
    lmsUserIds.forEach(each -> concerned.put(each, List.of(rule)));
    applyAll(concerned);
  }

  /**
   * Judges whoever is first in the line for a place, and offers it.
   *
   * @return empty if they do not meet the rule, or it offers nothing by itself any more
   */
  Optional<Outcome> ofFirst(ActiveRule rule, UUID lmsUserId) {
    List<EvidenceItem> seen =
        evidence.of(Set.of(lmsUserId), List.of(rule.tree())).getOrDefault(lmsUserId, List.of());
    return judge(rule, lmsUserId, seen).map(verdict -> offers.toFirst(rule, lmsUserId, verdict));
  }

  private void applyAll(Map<UUID, ? extends Collection<ActiveRule>> concerned) {
    Set<ActiveRule> judging =
        concerned.values().stream()
            .flatMap(Collection::stream)
            .filter(rule -> rule.mode() != AwardRule.Mode.REQUEST || rule.doubts())
            .collect(Collectors.toSet());
    if (judging.isEmpty()) {
      return;
    }
    Map<UUID, List<EvidenceItem>> known =
        evidence.of(concerned.keySet(), judging.stream().map(ActiveRule::tree).toList());
    Map<ActiveRule, Map<UUID, Verdict>> met = new LinkedHashMap<>();
    concerned.forEach(
        (lmsUserId, own) -> {
          List<EvidenceItem> seen = known.getOrDefault(lmsUserId, List.of());
          for (ActiveRule rule : own) {
            if (judging.contains(rule)) {
              judge(rule, lmsUserId, seen)
                  .ifPresent(
                      verdict ->
                          met.computeIfAbsent(rule, any -> new LinkedHashMap<>())
                              .put(lmsUserId, verdict));
            }
          }
        });
    offers.toAll(met);
  }

  /** The verdict, if the badge is to be offered for it. */
  private Optional<Verdict> judge(ActiveRule rule, UUID lmsUserId, List<EvidenceItem> seen) {
    Verdict verdict = rule.tree().judge(seen);
    if (!verdict.met()) {
      doubts.metNoMore(rule, lmsUserId, verdict);
      return Optional.empty();
    }
    boolean offers = !doubts.metAgain(rule, lmsUserId) && rule.mode() != AwardRule.Mode.REQUEST;
    return offers ? Optional.of(verdict) : Optional.empty();
  }
}
