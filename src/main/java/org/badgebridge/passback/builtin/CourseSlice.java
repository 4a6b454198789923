package org.badgebridge.passback.builtin;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of courses to choose from.
 *
 * @param next the key to ask the next page with; null on the last
 */
public record CourseSlice(List<Entry> courses, @Nullable UUID next) {

  /**
   * One course.
   *
   * @param code what tells it from others of the same name
   */
  public record Entry(UUID id, String name, String code) {}
}
