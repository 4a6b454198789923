package org.badgebridge.passback;

import java.util.UUID;
import org.badgebridge.identity.Actor;

/**
 * Who acts in which course. Whoever makes one has checked that the actor may.
 *
 * @param institutionId the tenant of the course
 */
public record InCourse(UUID institutionId, UUID courseId, Actor actor) {}
