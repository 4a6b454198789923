package org.badgebridge.demo.school;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person has in one column.
 *
 * @param value the final grade on the column's scale, or null when there is none
 * @param raw what a tool or quiz reported, kept beneath a lecturer's override
 * @param overridden whether the lecturer typed the final grade
 */
public record Grade(
    @Nullable Double value,
    @Nullable Double raw,
    String comment,
    Instant modified,
    boolean overridden) {}
