package org.badgebridge.demo.oidc;

import org.badgebridge.demo.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * A launch between the click and the tool's authentication request.
 *
 * @param id unguessable; travels in the message hint
 * @param role the role at the click: a lecturer may look at the course as a student
 * @param activity the number of the activity, or null for deep linking
 */
public record Pending(
    String id,
    String client,
    String personId,
    int course,
    Role role,
    boolean switched,
    @Nullable Integer activity) {}
