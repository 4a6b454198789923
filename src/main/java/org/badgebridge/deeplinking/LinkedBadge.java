package org.badgebridge.deeplinking;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One activity to be made in the course.
 *
 * @param attachmentId what the activity's launches name in {@link #PARAMETER}
 * @param badgeClassId whose drawing is the activity's icon
 * @param title the activity's name in the course
 * @param text what the course says of it, plain
 * @param points of the grade column that the LMS shall couple to it; 0 for no column
 */
public record LinkedBadge(
    UUID attachmentId, UUID badgeClassId, String title, String text, double points) {

  /** The custom parameter that ties an activity to its attachment. */
  static final String PARAMETER = "badgebridge_attachment";

  /** The attachment that a launch's custom parameters name; nonsense names none. */
  public static Optional<UUID> named(Map<String, String> custom) {
    try {
      return Optional.ofNullable(custom.get(PARAMETER)).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
