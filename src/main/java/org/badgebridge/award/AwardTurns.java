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
import org.jspecify.annotations.Nullable;

/**
 * What time does to an award, each in a transaction of its own. Everything is looked at again under
 * the lock: whoever found the award due may have been too late.
 */
@ApplicationScoped
public class AwardTurns {

  private static final String ARCHIVED = Life.OBSTACLE + "archived";
  private static final Actor CLOCK = Actor.system("clock");

  private final Awards awards;
  private final AwardsAtHand atHand;
  private final AwardTermsOf termsOf;
  private final BadgeClasses badgeClasses;
  private final AwardChanges changes;
  private final Clock clock;

  @Inject
  public AwardTurns(
      Awards awards,
      AwardsAtHand atHand,
      AwardTermsOf termsOf,
      BadgeClasses badgeClasses,
      AwardChanges changes,
      Clock clock) {
    this.awards = awards;
    this.atHand = atHand;
    this.termsOf = termsOf;
    this.badgeClasses = badgeClasses;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Offers a scheduled award. If by then its badge class is awarded no more, or whoever scheduled
   * it may award it no more, it is refused, which its staff see.
   */
  @Transactional
  public void release(UUID awardId) {
    DirectAward award = awards.locked(awardId);
    Instant now = clock.instant();
    Instant moment = award.life().scheduledFor();
    if (award.state() != AwardState.SCHEDULED || moment == null || moment.isAfter(now)) {
      return;
    }
    String why = obstacle(award);
    if (why != null) {
      award.reject(why, termsOf.keepDays(award), now);
      changes.ended(award, CLOCK, "award.rejected", why);
      return;
    }
    award.release(termsOf.lapseDays(award), now);
    changes.opened(award, CLOCK, "award.offered");
  }

  private @Nullable String obstacle(DirectAward award) {
    BadgeClass badgeClass = badgeClasses.find(award.badgeClassId()).orElseThrow();
    if (badgeClass.state() != BadgeClass.State.PUBLISHED) {
      return ARCHIVED;
    }
    return atHand.lostRight(award);
  }

  /** Lets an offer lapse. */
  @Transactional
  public void lapse(UUID awardId) {
    DirectAward award = awards.locked(awardId);
    Instant now = clock.instant();
    Instant last = award.life().lapsesAt();
    if (award.state() != AwardState.OFFERED || last == null || last.isAfter(now)) {
      return;
    }
    award.expire(now);
    changes.ended(award, CLOCK, "award.lapsed", null);
  }

  /** Erases what a withdrawn or rejected award says. */
  @Transactional
  public void purge(UUID awardId) {
    DirectAward award = awards.locked(awardId);
    Instant now = clock.instant();
    Instant due = award.life().purgesAt();
    if (due == null || due.isAfter(now)) {
      return;
    }
    award.purge(now);
    changes.made(award, CLOCK, "award.purged");
  }
}
