package org.badgebridge.launch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new row of the table {@code launch}. */
record LaunchRow(
    UUID id,
    String bearerDigest,
    String state,
    @Nullable String stateDigest,
    UUID platformId,
    UUID deploymentId,
    UUID lmsUserId,
    MessageType type,
    String claims,
    Instant createdAt,
    Instant expiresAt) {}
