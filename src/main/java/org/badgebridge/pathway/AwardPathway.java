package org.badgebridge.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.Offer;
import org.badgebridge.award.OfferAward;
import org.badgebridge.award.Provenance;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.content.Pathway;
import org.badgebridge.identity.Actor;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.rule.Reason;
import org.badgebridge.rule.Verdict;

/**
 * Gives the badge at the end of a path to a person who has walked it: judged by the rule engine,
 * over the badges that they hold. Joins the caller's transaction; asking again changes nothing.
 */
@ApplicationScoped
class AwardPathway {

  private final BadgeClasses badgeClasses;
  private final HeldBadges held;
  private final OfferAward offerAward;

  @Inject
  AwardPathway(BadgeClasses badgeClasses, HeldBadges held, OfferAward offerAward) {
    this.badgeClasses = badgeClasses;
    this.held = held;
    this.offerAward = offerAward;
  }

  /** Judges one person's way to one badge, and offers it if they are there. */
  void judge(UUID pathwayId, UUID personId) {
    BadgeClass end = badgeClasses.find(pathwayId).orElseThrow();
    Pathway pathway = end.content().pathway();
    if (pathway == null || end.state() != BadgeClass.State.PUBLISHED) {
      return;
    }
    List<EvidenceItem> known = held.of(personId);
    Verdict verdict = PathRule.of(pathway).judge(known);
    if (verdict.met() && !held.awarded(personId, pathwayId)) {
      offerAward.offer(offer(end, known.get(0).lmsUserId(), verdict));
    }
  }

  private Offer offer(BadgeClass end, UUID lmsUserId, Verdict verdict) {
    Map<UUID, String> names = new HashMap<>();
    verdict
        .because()
        .forEach(
            item ->
                badgeClasses
                    .find(item.activityId())
                    .ifPresent(badge -> names.put(badge.id(), badge.name())));
    return Offer.byRule(
        badgeClasses.institutionOf(end.id()),
        end.id(),
        lmsUserId,
        Provenance.of(Provenance.Origin.RULE),
        Reason.of(end.id(), end.number(), verdict, names).toJson(),
        Offer.Moment.NOW,
        null,
        new Actor(Actor.Kind.RULE, null, "pathway " + end.id() + " version " + end.number()));
  }
}
