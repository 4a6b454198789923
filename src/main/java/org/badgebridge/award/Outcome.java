package org.badgebridge.award;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an offer.
 *
 * @param awardId the award that exists now: the new one, or the one that stood in its way; null if
 *     there is none
 */
public record Outcome(Result result, @Nullable UUID awardId) {

  /** Whether something new came into being, or why not. */
  public enum Result {
    /** A new award that the learner can claim. */
    OFFERED,
    /** A new award that waits for a lecturer. */
    PROPOSED,
    /** A new award that waits for its moment. */
    SCHEDULED,
    /** The learner can claim it already, or it is on its way. */
    ALREADY_OPEN,
    /** The learner has this badge. */
    ALREADY_HELD,
    /** It was given before and ended by a decision; only a person can bring it back. */
    ENDED_BEFORE,
    /** The badge class is only for those who ask. */
    ONLY_ON_REQUEST,
    /** All places of the badge class are taken. */
    FULL
  }

  static Outcome of(Result result, DirectAward award) {
    return new Outcome(result, award.id());
  }

  /** The award that exists now; only where there is one. */
  public UUID award() {
    return Objects.requireNonNull(awardId, "no award");
  }

  /** Whether this offer made a new award. */
  public boolean isNew() {
    return result == Result.OFFERED || result == Result.PROPOSED || result == Result.SCHEDULED;
  }
}
