package org.badgebridge.passback;

import java.util.UUID;

/**
 * All sources have looked at a course because a lecturer asked, who is told once this was observed:
 * what they brought should be known by then.
 */
public record CourseLooked(UUID courseId) {}
