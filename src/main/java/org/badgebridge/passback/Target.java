package org.badgebridge.passback;

import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.course.ResourceLink;
import org.badgebridge.passback.WatchedActivities.Watched;
import org.jspecify.annotations.Nullable;

/**
 * An activity with all that a look at it needs.
 *
 * @param link the placement, when the activity is one
 * @param watched what is asked about it, and whether its placement is confirmed to be restricted
 */
public record Target(
    UUID institutionId,
    UUID platformId,
    Course course,
    Activity activity,
    @Nullable ResourceLink link,
    Watched watched) {}
