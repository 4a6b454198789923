package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.AwardEnded;
import org.badgebridge.award.Awards;
import org.badgebridge.award.Outcome;
import org.badgebridge.award.Outcome.Result;

/**
 * Gives places that became free to those who met a rule while there were none, one transaction
 * each, in the order in which they met it. Who meets it no more loses their turn. Many at once give
 * no place twice: the offer itself counts places under a lock.
 */
@ApplicationScoped
class GivePlaces {

  private final PlaceLine line;
  private final EvaluateRules evaluateRules;
  private final Awards awards;
  private final AuditTrail audit;

  @Inject
  GivePlaces(PlaceLine line, EvaluateRules evaluateRules, Awards awards, AuditTrail audit) {
    this.line = line;
    this.evaluateRules = evaluateRules;
    this.awards = awards;
    this.audit = audit;
  }

  void onEnded(@Observes AwardEnded ended) {
    awards
        .find(ended.awardId())
        .filter(award -> !line.awaited(Set.of(award.badgeClassId())).isEmpty())
        .ifPresent(award -> line.lookSoon(award.badgeClassId(), award.id()));
  }

  /**
   * Gives the next place, or takes somebody out of the line who needs none any more.
   *
   * @return whether there may be more to do
   */
  @Transactional
  public boolean next(UUID badgeClassId) {
    Optional<PlaceLine.Waiting> first = line.first(badgeClassId);
    if (first.isEmpty()) {
      return false;
    }
    PlaceLine.Waiting waiting = first.get();
    Optional<Outcome> outcome = evaluateRules.ofFirst(waiting.rule(), waiting.lmsUserId());
    if (outcome.filter(each -> each.result() == Result.FULL).isPresent()) {
      return false;
    }
    line.leave(waiting);
    outcome.filter(Outcome::isNew).ifPresent(given -> record(waiting.rule(), given.award()));
    return true;
  }

  private void record(ActiveRule rule, UUID awardId) {
    audit.record(
        rule.institutionId(), rule.actor(), "award.place-given", "direct-award", awardId, null);
  }
}
