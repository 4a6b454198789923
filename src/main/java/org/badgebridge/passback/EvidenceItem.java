package org.badgebridge.passback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest fact of one kind about one learner's activity.
 *
 * @param source where it came from
 * @param passbackId the report in the inbox
 * @param undone that it was so before, and is so no longer
 */
public record EvidenceItem(
    UUID activityId,
    UUID lmsUserId,
    Fact.Kind kind,
    @Nullable Double score,
    @Nullable Double maximum,
    Instant occurredAt,
    String source,
    UUID passbackId,
    boolean undone) {

  /** An item that holds. */
  public EvidenceItem(
      UUID activityId,
      UUID lmsUserId,
      Fact.Kind kind,
      @Nullable Double score,
      @Nullable Double maximum,
      Instant occurredAt,
      String source,
      UUID passbackId) {
    this(activityId, lmsUserId, kind, score, maximum, occurredAt, source, passbackId, false);
  }

  /** The score in percent of its maximum, or null when there is none. */
  public @Nullable Double percent() {
    return score == null || maximum == null ? null : 100.0 * score / maximum;
  }
}
