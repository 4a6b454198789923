package org.badgebridge.platform.notice;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A platform tells that a course was copied (LTI PNS 1.0, {@code LtiContextCopyNotice}); often
 * before anybody opens the copy. Observers join the transaction in which the notice is taken.
 *
 * @param contextId the platform's id of the copy
 * @param origins the platform's ids of the courses it was copied from
 */
public record CourseCopied(
    UUID deploymentId,
    String contextId,
    @Nullable String title,
    @Nullable String label,
    List<String> origins) {

  public CourseCopied {
    origins = List.copyOf(origins);
  }
}
