package org.badgebridge.award;

import java.util.UUID;

/**
 * What became of an offer.
 *
 * @param awardId the award that exists now: the new one, or the one that stood in its way
 */
public record Outcome(Result result, UUID awardId) {

  /** Whether something new came into being, or why not. */
  public enum Result {
    /** A new award that the learner can claim. */
    OFFERED,
    /** A new award that waits for a lecturer. */
    PROPOSED,
    /** The learner has this badge, or it is on its way. */
    ALREADY_THERE,
    /** It was given before and ended by a decision; only a person can bring it back. */
    ENDED_BEFORE
  }

  /** Whether this offer made a new award. */
  public boolean isNew() {
    return result == Result.OFFERED || result == Result.PROPOSED;
  }
}
