package org.badgebridge.coursepage;

import org.badgebridge.course.Course;
import org.badgebridge.course.ResourceLink;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.passback.InCourse;
import org.badgebridge.rule.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * One session in the frame with what it looks at.
 *
 * @param attachment the badge this activity shows; null while none is chosen
 */
public record Visit(
    LaunchSession session, Course course, ResourceLink link, @Nullable Attachment attachment) {

  /** Who looks, as those see it who make facts. */
  public InCourse inCourse() {
    return new InCourse(session.institutionId(), course.id(), session.actor());
  }
}
