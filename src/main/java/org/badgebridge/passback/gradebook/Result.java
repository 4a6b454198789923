package org.badgebridge.passback.gradebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds for one user (AGS 2.0 §3.3); users without a score are left out.
 *
 * @param userId the platform's {@code sub}
 * @param score finite
 * @param maximum finite and above zero
 * @param at when it was given, or null: the specification has no such field, some platforms do
 */
public record Result(String userId, double score, double maximum, @Nullable Instant at) {}
