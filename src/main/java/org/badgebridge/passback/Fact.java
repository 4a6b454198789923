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
 * @param score for {@link Kind#SCORED}, finite; for {@link Kind#ATTENDED} how many meetings
 * @param maximum only for {@link Kind#SCORED}, finite and above zero
 * @param occurredAt when it became true, to the microsecond
 * @param undone that it was so before, and is so no longer: a completion was taken back, a score
 *     cleared; the score and maximum are then the last ones known, or 0 of 1
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
    Instant occurredAt,
    boolean undone) {

  /** What a fact says. */
  public enum Kind {
    /** The activity is done. */
    COMPLETED,
    /** The activity is done well enough. */
    PASSED,
    /** The activity has a score. */
    SCORED,
    /** The learner was there, so many times. */
    ATTENDED
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
    } else if (kind == Kind.ATTENDED) {
      if (score == null || !Double.isFinite(score) || score < 0 || maximum != null) {
        throw new IllegalArgumentException("no count: " + score);
      }
    } else if (score != null || maximum != null) {
      throw new IllegalArgumentException(kind + " has no score");
    }
    occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** A fact that holds. */
  public Fact(
      UUID institutionId,
      String source,
      String dedupeKey,
      UUID activityId,
      UUID lmsUserId,
      Kind kind,
      @Nullable Double score,
      @Nullable Double maximum,
      Instant occurredAt) {
    this(
        institutionId,
        source,
        dedupeKey,
        activityId,
        lmsUserId,
        kind,
        score,
        maximum,
        occurredAt,
        false);
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
