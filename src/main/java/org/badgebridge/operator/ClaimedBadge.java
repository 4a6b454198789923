package org.badgebridge.operator;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A badge that a learner holds.
 *
 * @param id of the award
 * @param course the title of the course it comes from, if it comes from one
 * @param isPublic whether everybody can see it now
 */
public record ClaimedBadge(
    UUID id,
    String badgeClass,
    String institution,
    String learner,
    @Nullable String course,
    Instant claimedAt,
    boolean isPublic) {}
