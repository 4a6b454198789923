package org.badgebridge.passback.moodle;

import java.time.Instant;
import java.util.Map;
import org.badgebridge.external.ExternalUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of the learners of a course in one round.
 *
 * @param askedAt before the first question: what is known from later is newer than this
 * @param bySub by the platform's id of the learner; then by the module's number, or {@code course}
 * @param whole whether everybody had a turn
 * @param failure why it ended early, or null
 */
record Sweep<T>(
    Instant askedAt,
    Map<String, Map<String, T>> bySub,
    boolean whole,
    @Nullable ExternalUnavailable failure) {}
