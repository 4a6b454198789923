package org.badgebridge.course;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One LTI context of one deployment, as its last launch told of it.
 *
 * @param contextId the platform's id, unique within the deployment
 * @param history the ids of the courses this one was copied from, as the platform sent them
 * @param membershipsUrl where its members are read (NRPS 2.0), or null when not offered
 * @param lineitemsUrl where its line items are (AGS 2.0), or null when not offered
 * @param agsScopes the AGS scopes that the platform grants here
 * @param rosterAt when its members were last read whole, or null
 */
public record Course(
    UUID id,
    UUID deploymentId,
    String contextId,
    @Nullable String title,
    @Nullable String label,
    @Nullable String history,
    @Nullable String membershipsUrl,
    @Nullable String lineitemsUrl,
    Set<String> agsScopes,
    @Nullable Instant rosterAt) {

  /** Copies the scopes. */
  public Course {
    agsScopes = Set.copyOf(agsScopes);
  }

  /** What to call it in a page: title, else label, else the platform's id. */
  public String name() {
    if (title != null && !title.isBlank()) {
      return title;
    }
    return label != null && !label.isBlank() ? label : contextId;
  }
}
