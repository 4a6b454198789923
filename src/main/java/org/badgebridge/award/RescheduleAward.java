package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Staff choose another moment for an award that waits for its own. */
@ApplicationScoped
public class RescheduleAward {

  private final AwardsAtHand atHand;
  private final AwardTermsOf termsOf;
  private final BadgeClasses badgeClasses;
  private final AwardChanges changes;
  private final Clock clock;

  @Inject
  public RescheduleAward(
      AwardsAtHand atHand,
      AwardTermsOf termsOf,
      BadgeClasses badgeClasses,
      AwardChanges changes,
      Clock clock) {
    this.atHand = atHand;
    this.termsOf = termsOf;
    this.badgeClasses = badgeClasses;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Lets it wait for that moment instead; the same one changes nothing.
   *
   * @param moment null, or one that has passed, to offer it at once
   * @throws ProblemException NOT_FOUND beyond reach, FORBIDDEN for staff who may not, CONFLICT if
   *     it does not wait for a moment, or is to be offered and its badge class is awarded no more
   */
  @Transactional
  public void reschedule(UUID awardId, @Nullable Instant moment, Reach reach, Actor by) {
    DirectAward award = atHand.locked(awardId, reach, by);
    Instant now = clock.instant();
    if (moment != null && moment.isAfter(now)) {
      if (award.reschedule(moment, by)) {
        changes.made(award, by, "award.rescheduled");
      }
      return;
    }
    if (award.state() != AwardState.SCHEDULED) {
      throw award.state().refusal();
    }
    BadgeClass badgeClass = badgeClasses.find(award.badgeClassId()).orElseThrow();
    if (badgeClass.state() != BadgeClass.State.PUBLISHED) {
      throw new ProblemException(ProblemType.CONFLICT, "award.not-published");
    }
    award.release(termsOf.lapseDays(award), now);
    changes.opened(award, by, "award.offered");
  }
}
