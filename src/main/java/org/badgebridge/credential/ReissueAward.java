package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Awards;
import org.badgebridge.award.AwardsAtHand;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.Offer;
import org.badgebridge.award.OfferAward;
import org.badgebridge.award.Outcome;
import org.badgebridge.award.Provenance;
import org.badgebridge.award.Reach;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * Offers anew what was revoked or has run out: a new award, the next edition, in the place of the
 * old one. The old credential stays as it is.
 */
@ApplicationScoped
public class ReissueAward {

  private final Awards awards;
  private final AwardsAtHand atHand;
  private final Credentials credentials;
  private final OfferAward offers;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public ReissueAward(
      Awards awards,
      AwardsAtHand atHand,
      Credentials credentials,
      OfferAward offers,
      AuditTrail audit,
      Clock clock) {
    this.awards = awards;
    this.atHand = atHand;
    this.credentials = credentials;
    this.offers = offers;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether it was revoked, or its credential has run out, and nothing was given since. */
  public boolean possible(DirectAward award) {
    return holdsNoMore(award) && !awards.laterThan(award);
  }

  /**
   * Re-issues an award. Twice gives the award that took its place the first time.
   *
   * @param said what the new award says
   * @return the new award
   * @throws ProblemException NOT_FOUND or FORBIDDEN unless they may award its badge class, CONFLICT
   *     if it still holds, if the learner was given the same again since, or if the badge class is
   *     awarded no more
   * @throws org.badgebridge.problem.InvalidFields if it does not say what the badge class asks
   */
  @Transactional
  public UUID reissue(UUID awardId, AwardDetails said, Offer.Moment moment, Actor staff) {
    DirectAward award = atHand.locked(awardId, Reach.STAFF, staff);
    Optional<DirectAward> before = awards.replacing(awardId);
    if (before.isPresent()) {
      return before.get().id();
    }
    if (!holdsNoMore(award)) {
      throw new ProblemException(ProblemType.CONFLICT, "credential.reissue.holds");
    }
    if (awards.laterThan(award)) {
      throw new ProblemException(ProblemType.CONFLICT, "credential.reissue.given-again");
    }
    Outcome outcome = offers.offer(anew(award, said, moment, staff));
    if (!outcome.isNew()) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          switch (outcome.result()) {
            case ONLY_ON_REQUEST -> "award.on-request-only";
            case FULL -> "award.full";
            default -> "credential.reissue.given-again";
          });
    }
    audit.record(
        award.institutionId(),
        staff,
        "award.reissued",
        "direct-award",
        awardId,
        outcome.award().toString());
    return outcome.award();
  }

  private static Offer anew(
      DirectAward award, AwardDetails said, Offer.Moment moment, Actor staff) {
    return new Offer(
        award.institutionId(),
        award.badgeClassId(),
        award.lmsUserId(),
        Provenance.of(Provenance.Origin.STAFF)
            .in(award.provenance().courseId())
            .replacing(award.id()),
        award.reason(),
        said,
        moment,
        award.sandbox(),
        true,
        null,
        staff);
  }

  private boolean holdsNoMore(DirectAward award) {
    Instant now = clock.instant();
    return award.state() == AwardState.REVOKED
        || (award.state() == AwardState.CLAIMED
            && credentials
                .ofAward(award.id())
                .map(IssuedBadge::read)
                .filter(badge -> badge.expired(now))
                .isPresent());
  }
}
