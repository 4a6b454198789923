package org.badgebridge.course;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one launch says of its course; null means that the platform withholds it.
 *
 * @param history ids of the courses it was copied from ({@code $Context.id.history}), or null
 * @param link the placement that was launched, or null for deep linking
 */
public record CourseSeen(
    UUID deploymentId,
    String contextId,
    @Nullable String title,
    @Nullable String label,
    @Nullable String history,
    @Nullable String membershipsUrl,
    @Nullable String lineitemsUrl,
    Set<String> agsScopes,
    @Nullable LinkSeen link) {

  /**
   * What one launch says of its placement.
   *
   * @param lineitemUrl the coupled line item, or null
   */
  public record LinkSeen(String linkId, @Nullable String title, @Nullable String lineitemUrl) {}
}
