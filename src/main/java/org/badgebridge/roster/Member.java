package org.badgebridge.roster;

import org.badgebridge.identity.LmsUser;

/**
 * One member of a course as the platform lists them.
 *
 * @param sub the platform's id of the user, the same as in launches
 * @param active false when the platform says Inactive or Deleted
 */
public record Member(
    String sub, CourseStanding standing, boolean active, LmsUser.Profile profile) {}
