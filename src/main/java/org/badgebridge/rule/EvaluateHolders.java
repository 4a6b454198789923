package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.badgebridge.award.AwardClaimed;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;

/**
 * A claimed badge may be what rules of courses ask for: looks at those, for its holder only, in the
 * transaction of the claim.
 */
@ApplicationScoped
class EvaluateHolders {

  private final Awards awards;
  private final ActiveRules rules;
  private final EvaluateRules evaluateRules;
  private final EntityManager entityManager;

  @Inject
  EvaluateHolders(
      Awards awards, ActiveRules rules, EvaluateRules evaluateRules, EntityManager entityManager) {
    this.awards = awards;
    this.rules = rules;
    this.evaluateRules = evaluateRules;
    this.entityManager = entityManager;
  }

  void onClaim(@Observes AwardClaimed claimed) {
    DirectAward award = awards.find(claimed.awardId()).orElseThrow();
    if (award.sandbox() || !rules.askFor(award.badgeClassId())) {
      return;
    }
    entityManager.flush(); // the claim counts in the queries below
    rules
        .holding(award.badgeClassId(), award.lmsUserId())
        .forEach(each -> evaluateRules.apply(List.of(each.rule()), each.lmsUserId()));
  }
}
