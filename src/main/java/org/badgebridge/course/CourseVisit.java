package org.badgebridge.course;

import org.jspecify.annotations.Nullable;

/**
 * Where a launch has led.
 *
 * @param link null for deep linking
 */
public record CourseVisit(Course course, @Nullable ResourceLink link) {}
