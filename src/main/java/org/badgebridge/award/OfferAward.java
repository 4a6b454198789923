package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.badgebridge.award.Offer.Moment.When;
import org.badgebridge.award.Outcome.Result;
import org.badgebridge.award.Provenance.Origin;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;

/**
 * Gives a badge to a learner, once. However many rules, nodes and replays offer the same class to
 * the same learner, one award comes into being and nobody gets an error; what a person has ended is
 * not offered again.
 */
@ApplicationScoped
public class OfferAward {

  private final Awards awards;
  private final AwardTermsOf termsOf;
  private final AwardChanges changes;
  private final Clock clock;

  @Inject
  public OfferAward(Awards awards, AwardTermsOf termsOf, AwardChanges changes, Clock clock) {
    this.awards = awards;
    this.termsOf = termsOf;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Offers, proposes or schedules the badge, unless the learner has or had it. A rule's offer of
   * which the badge class asks that something be said is proposed: whoever approves it says it.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if the badge class does not belong
   *     to the institution, or the learner neither to it nor to a partner that may award it;
   *     CONFLICT if it is not published
   * @throws InvalidFields if a person's offer does not say what the badge class asks
   */
  @Transactional
  public Outcome offer(Offer offer) {
    Optional<Outcome> before = before(offer, last(offer));
    if (before.isPresent()) {
      return before.get();
    }
    AwardTermsOf.Found found = termsOf.find(offer);
    if (found.requirements().onRequestOnly() && offer.provenance().origin() != Origin.REQUEST) {
      return new Outcome(Result.ONLY_ON_REQUEST, null);
    }
    Offer checked = checked(offer, found.requirements());
    awards.lockLearner(offer.lmsUserId());
    Optional<DirectAward> last = last(offer);
    int edition = last.map(award -> award.edition() + 1).orElse(1);
    return before(offer, last).orElseGet(() -> make(checked, found.terms(edition)));
  }

  private static Offer checked(Offer offer, Requirements requirements) {
    List<FieldFault> faults = requirements.faults(offer.details());
    if (faults.isEmpty()) {
      return offer;
    }
    if (offer.provenance().origin() == Origin.RULE) {
      return offer.at(Offer.Moment.ON_APPROVAL);
    }
    throw new InvalidFields(faults);
  }

  private Optional<DirectAward> last(Offer offer) {
    return awards.of(offer.badgeClassId(), offer.lmsUserId());
  }

  private static Optional<Outcome> before(Offer offer, Optional<DirectAward> last) {
    return last.filter(award -> award.state().live() || !offer.again())
        .filter(award -> !replaced(award, offer))
        .map(award -> Outcome.of(standing(award.state()), award));
  }

  /** What the offer takes the place of stands not in its way: it holds no more. */
  private static boolean replaced(DirectAward award, Offer offer) {
    return award.state() == AwardState.CLAIMED && award.id().equals(offer.provenance().replaces());
  }

  private static Result standing(AwardState state) {
    if (state == AwardState.CLAIMED) {
      return Result.ALREADY_HELD;
    }
    return state.live() ? Result.ALREADY_OPEN : Result.ENDED_BEFORE;
  }

  private Outcome make(Offer offer, AwardTerms terms) {
    Instant now = clock.instant();
    Instant from = offer.moment().from();
    if (from != null) {
      DirectAward award = awards.add(DirectAward.schedule(offer, terms, from, now));
      changes.made(award, offer.actor(), "award.scheduled");
      return Outcome.of(Result.SCHEDULED, award);
    }
    if (offer.moment().when() == When.ON_APPROVAL) {
      DirectAward award = awards.add(DirectAward.propose(offer, terms, now));
      changes.made(award, offer.actor(), "award.proposed");
      return Outcome.of(Result.PROPOSED, award);
    }
    DirectAward award = awards.add(DirectAward.offer(offer, terms, now));
    changes.opened(award, offer.actor(), "award.offered");
    return Outcome.of(Result.OFFERED, award);
  }
}
