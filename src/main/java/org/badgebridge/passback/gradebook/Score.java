package org.badgebridge.passback.gradebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A score to write, fully graded (AGS 2.0 §3.4).
 *
 * @param userId the platform's {@code sub}
 * @param given zero or more
 * @param maximum above zero
 * @param at later than that of any score sent before for this user and line item
 * @param comment shown to the learner, or null
 */
public record Score(
    String userId, double given, double maximum, Instant at, @Nullable String comment) {

  /** Refuses values that would clear the score or that no gradebook takes. */
  public Score {
    if (!(given >= 0) || !Double.isFinite(given) || !(maximum > 0) || !Double.isFinite(maximum)) {
      throw new IllegalArgumentException("no score: " + given + " of " + maximum);
    }
  }
}
