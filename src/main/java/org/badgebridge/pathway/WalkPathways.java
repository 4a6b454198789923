package org.badgebridge.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.AwardClaimed;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.identity.LmsUsers;

/** Each claimed badge may complete paths: looks at those it stands on, for its holder only. */
@ApplicationScoped
class WalkPathways {

  private final Awards awards;
  private final LmsUsers users;
  private final HeldBadges held;
  private final AwardPathway awardPathway;
  private final EntityManager entityManager;

  @Inject
  WalkPathways(
      Awards awards,
      LmsUsers users,
      HeldBadges held,
      AwardPathway awardPathway,
      EntityManager entityManager) {
    this.awards = awards;
    this.users = users;
    this.held = held;
    this.awardPathway = awardPathway;
    this.entityManager = entityManager;
  }

  void onClaim(@Observes AwardClaimed claimed) {
    DirectAward award = awards.find(claimed.awardId()).orElseThrow();
    List<UUID> paths = held.pathsOver(award.badgeClassId());
    if (award.sandbox() || paths.isEmpty()) {
      return;
    }
    entityManager.flush(); // the claim counts in the queries below
    UUID person = users.find(award.lmsUserId()).orElseThrow().personId();
    paths.forEach(path -> awardPathway.judge(path, person));
  }
}
