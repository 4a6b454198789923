package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.jspecify.annotations.Nullable;

/** A lecturer's or staff's word about proposals. */
@ApplicationScoped
public class DecideAward {

  private final AwardsAtHand atHand;
  private final AwardTermsOf termsOf;
  private final AwardChanges changes;
  private final Clock clock;

  @Inject
  public DecideAward(AwardsAtHand atHand, AwardTermsOf termsOf, AwardChanges changes, Clock clock) {
    this.atHand = atHand;
    this.termsOf = termsOf;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Approves one proposal; the learner can claim it. Twice changes nothing.
   *
   * @param said what is to be said about it beyond what it says
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND beyond reach, CONFLICT if it was
   *     decided otherwise
   * @throws InvalidFields if something is missing that the badge class asks
   */
  @Transactional
  public void approve(UUID awardId, AwardDetails said, Reach reach, Actor by) {
    DirectAward award = atHand.locked(awardId, reach, by);
    if (award.state() == AwardState.PROPOSED) {
      award.describe(said.or(award.details()));
      List<FieldFault> faults = faults(award);
      if (!faults.isEmpty()) {
        throw new InvalidFields(faults);
      }
    }
    approve(award, by);
  }

  /** As {@link #approve}, refusing instead. */
  @Transactional
  public void reject(UUID awardId, @Nullable String why, Reach reach, Actor by) {
    reject(atHand.locked(awardId, reach, by), why, by);
  }

  /**
   * Approves those of many that still are proposals and say what they must; the others stay as they
   * are.
   *
   * @return how many were approved
   */
  @Transactional
  public int approveAll(Collection<UUID> awardIds, Reach reach, Actor by) {
    return decide(awardIds, reach, by, award -> faults(award).isEmpty() && approve(award, by));
  }

  /**
   * Approves those of many that still are proposals, all or none: what one of them does not say yet
   * is said in the same words of all.
   *
   * @return how many were approved
   * @throws InvalidFields if something is still missing that the badge class asks
   */
  @Transactional
  public int approveAll(Collection<UUID> awardIds, AwardDetails said, Reach reach, Actor by) {
    return decide(
        awardIds,
        reach,
        by,
        award -> {
          award.describe(award.details().or(said));
          List<FieldFault> faults = faults(award);
          if (!faults.isEmpty()) {
            throw new InvalidFields(faults);
          }
          return approve(award, by);
        });
  }

  /** As {@link #approveAll}, refusing instead. */
  @Transactional
  public int rejectAll(Collection<UUID> awardIds, @Nullable String why, Reach reach, Actor by) {
    return decide(awardIds, reach, by, award -> reject(award, why, by));
  }

  // In the order of the ids, so that two bulk decisions never wait for each other.
  private int decide(
      Collection<UUID> awardIds, Reach reach, Actor by, Predicate<DirectAward> decision) {
    return (int)
        awardIds.stream()
            .distinct()
            .sorted()
            .map(id -> atHand.locked(id, reach, by))
            .filter(award -> award.state() == AwardState.PROPOSED)
            .filter(decision)
            .count();
  }

  private List<FieldFault> faults(DirectAward award) {
    return termsOf.requirements(award).faults(award.details());
  }

  private boolean approve(DirectAward award, Actor by) {
    boolean changed = award.approve(termsOf.lapseDays(award), clock.instant());
    if (changed) {
      changes.opened(award, by, "award.approved");
    }
    return changed;
  }

  private boolean reject(DirectAward award, @Nullable String why, Actor by) {
    boolean changed = award.reject(why, termsOf.keepDays(award), clock.instant());
    if (changed) {
      changes.ended(award, by, "award.rejected", why);
    }
    return changed;
  }
}
