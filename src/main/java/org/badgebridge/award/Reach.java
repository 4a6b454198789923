package org.badgebridge.award;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody's word about awards goes.
 *
 * @param courseId the course of which they are a lecturer by their launch; null for staff and
 *     programs, whose rights at the badge class count
 */
public record Reach(@Nullable UUID courseId) {

  /** As far as the rights of staff go. */
  public static final Reach STAFF = new Reach(null);

  /** Over the awards of one course. */
  public static Reach course(UUID courseId) {
    return new Reach(courseId);
  }
}
