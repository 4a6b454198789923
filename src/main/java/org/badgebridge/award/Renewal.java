package org.badgebridge.award;

import java.time.Duration;
import java.time.Instant;
import org.badgebridge.badgeclass.content.Awarding;
import org.jspecify.annotations.Nullable;

/**
 * When somebody who holds a badge class can earn it anew, as the next edition beside the earlier
 * ones: a retake, or a renewal in time.
 *
 * @param days from so many after the last one was given what is done counts; null for never
 */
public record Renewal(@Nullable Integer days) {

  static final Renewal NEVER = new Renewal(null);

  /** As the badge class says. */
  public static Renewal of(Awarding awarding) {
    return new Renewal(awarding.renewalDays());
  }

  /**
   * Whether somebody could be given it by hand.
   *
   * @param standing of their last award of it; null if they never had one
   */
  public boolean opens(@Nullable AwardState standing) {
    return standing == null || !standing.live() || (days != null && standing == AwardState.CLAIMED);
  }

  /** From when on what the learner does earns it anew; null if never, or if they do not hold it. */
  public @Nullable Instant from(DirectAward held) {
    Instant given = held.ladder().offered();
    return days == null || given == null || held.state() != AwardState.CLAIMED
        ? null
        : given.plus(Duration.ofDays(days));
  }

  /** Whether the offer is for something done late enough after what the learner holds was given. */
  boolean allows(DirectAward held, Offer offer) {
    Instant from = from(held);
    Instant earned = offer.earned();
    return from != null
        && earned != null
        && !earned.isBefore(from)
        && earned.isAfter(held.ladder().offered());
  }
}
