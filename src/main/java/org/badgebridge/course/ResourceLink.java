package org.badgebridge.course;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One placement of Badge Bridge in a course.
 *
 * @param linkId the platform's id, unique within the course
 * @param lineitemUrl the line item coupled to it (AGS 2.0), or null
 * @param attachmentId the attachment it shows, or null while none is chosen
 */
public record ResourceLink(
    UUID id,
    UUID courseId,
    String linkId,
    @Nullable String title,
    @Nullable String lineitemUrl,
    @Nullable UUID attachmentId) {}
