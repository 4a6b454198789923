package org.badgebridge.passback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest fact of one kind about one learner's activity.
 *
 * @param source where it came from
 * @param passbackId the report in the inbox
 */
public record EvidenceItem(
    UUID activityId,
    UUID lmsUserId,
    Fact.Kind kind,
    @Nullable Double score,
    @Nullable Double maximum,
    Instant occurredAt,
    String source,
    UUID passbackId) {

  /** The score in percent of its maximum, or null when there is none. */
  public @Nullable Double percent() {
    return score == null || maximum == null ? null : 100.0 * score / maximum;
  }
}
