package org.badgebridge.award;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an award got, step by step; null where it has not got yet. "Not delivered" is not
 * "unclaimed".
 */
public record Ladder(
    Instant ruleMet,
    @Nullable Instant offered,
    @Nullable Instant notified,
    @Nullable Instant delivered,
    @Nullable Instant seen,
    @Nullable Instant opened,
    @Nullable Instant claimed,
    @Nullable Instant firstPublic) {}
