package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Staff take back an offer that nobody claimed yet, and can bring it back. */
@ApplicationScoped
public class WithdrawAward {

  private final Awards awards;
  private final AwardsAtHand atHand;
  private final AwardTermsOf termsOf;
  private final AwardChanges changes;
  private final Clock clock;

  @Inject
  public WithdrawAward(
      Awards awards, AwardsAtHand atHand, AwardTermsOf termsOf, AwardChanges changes, Clock clock) {
    this.awards = awards;
    this.atHand = atHand;
    this.termsOf = termsOf;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Takes the offer back; one that waits for its moment or for approval is refused for good. Twice
   * changes nothing.
   *
   * @param why said to the learner; must not be blank
   * @throws ProblemException NOT_FOUND beyond reach, INVALID without a reason, CONFLICT if it is
   *     not on offer
   */
  @Transactional
  public void withdraw(UUID awardId, String why, Reach reach, Actor staff) {
    DirectAward award = atHand.locked(awardId, reach, staff);
    if (why.isBlank()) {
      throw new ProblemException(ProblemType.INVALID, "award.reason-needed");
    }
    boolean unseen = award.state() == AwardState.SCHEDULED || award.state() == AwardState.PROPOSED;
    int keepDays = termsOf.keepDays(award);
    boolean changed =
        unseen
            ? award.reject(why.strip(), keepDays, clock.instant())
            : award.withdraw(why.strip(), keepDays, clock.instant());
    if (changed) {
      changes.ended(award, staff, unseen ? "award.rejected" : "award.withdrawn", why.strip());
    }
  }

  /**
   * Brings back what was withdrawn, rejected or has lapsed; its days begin anew.
   *
   * @throws ProblemException NOT_FOUND beyond reach, CONFLICT from any other state, after a later
   *     award of the same, or when what it said is erased
   */
  @Transactional
  public void restore(UUID awardId, Reach reach, Actor staff) {
    awards.lockLearnerOf(awardId);
    DirectAward award = atHand.locked(awardId, reach, staff);
    if (awards.laterThan(award)) {
      throw new ProblemException(ProblemType.CONFLICT, "award.given-again");
    }
    if (award.restore(termsOf.lapseDays(award), clock.instant())) {
      changes.opened(award, staff, "award.restored");
    }
  }
}
