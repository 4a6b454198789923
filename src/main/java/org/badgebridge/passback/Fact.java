package org.badgebridge.passback;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One normalised report: this learner, this activity, what, and when.
 *
 * @param source the adapter that reports, e.g. {@code membership}
 * @param dedupeKey names this report within source and institution, at most 200 characters; the
 *     same key again is the same report
 * @param score only for {@link Kind#SCORED}, finite
 * @param maximum only for {@link Kind#SCORED}, finite and above zero
 * @param occurredAt when it became true, to the microsecond
 */
public record Fact(
    UUID institutionId,
    String source,
    String dedupeKey,
    UUID activityId,
    UUID lmsUserId,
    Kind kind,
    @Nullable Double score,
    @Nullable Double maximum,
    Instant occurredAt) {

  /** What a fact says. */
  public enum Kind {
    /** The activity is done. */
    COMPLETED,
    /** The activity is done well enough. */
    PASSED,
    /** The activity has a score. */
    SCORED
  }

  /** Refuses scores that no rule could judge. */
  public Fact {
    if (kind == Kind.SCORED) {
      boolean sound =
          score != null
              && maximum != null
              && Double.isFinite(score)
              && Double.isFinite(maximum)
              && maximum > 0;
      if (!sound) {
        throw new IllegalArgumentException("no score: " + score + " of " + maximum);
      }
    } else if (score != null || maximum != null) {
      throw new IllegalArgumentException(kind + " has no score");
    }
    occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** A fact without a score. */
  public static Fact completed(
      UUID institutionId,
      String source,
      String dedupeKey,
      UUID activityId,
      UUID lmsUserId,
      Instant at) {
    return new Fact(
        institutionId, source, dedupeKey, activityId, lmsUserId, Kind.COMPLETED, null, null, at);
  }
}
