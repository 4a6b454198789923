package org.badgebridge.insight;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer that waits for its learner.
 *
 * @param course the title of the course it comes from, if it comes from one
 */
public record UnclaimedAward(
    UUID id,
    UUID badgeClassId,
    String badgeClass,
    String learner,
    @Nullable String course,
    Instant offeredAt,
    @Nullable Instant seenAt,
    @Nullable Instant lapsesAt,
    Obstacle obstacle) {}
