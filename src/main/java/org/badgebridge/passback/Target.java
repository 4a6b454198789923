package org.badgebridge.passback;

import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.course.ResourceLink;
import org.jspecify.annotations.Nullable;

/**
 * An activity with all that a look at it needs.
 *
 * @param link the placement, when the activity is one
 * @param restrictionConfirmed whether a lecturer confirmed that the placement is restricted
 */
public record Target(
    UUID institutionId,
    UUID platformId,
    Course course,
    Activity activity,
    @Nullable ResourceLink link,
    boolean restrictionConfirmed) {}
