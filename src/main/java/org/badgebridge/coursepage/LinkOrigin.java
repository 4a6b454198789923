package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.course.Course;
import org.badgebridge.course.CourseOrigins;
import org.badgebridge.course.ResourceLink;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.deeplinking.LinkedBadge;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.rule.Attachment;
import org.badgebridge.rule.Attachments;

/**
 * What a copied activity showed in the course that it was copied from. The copy still carries the
 * custom parameter of the original, and some platforms say which link it was ({@code
 * $ResourceLink.id.history}).
 */
@ApplicationScoped
public class LinkOrigin {

  private static final String HISTORY = "resource_link_id_history";

  private final CourseOrigins origins;
  private final ResourceLinks links;
  private final Attachments attachments;

  @Inject
  public LinkOrigin(CourseOrigins origins, ResourceLinks links, Attachments attachments) {
    this.origins = origins;
    this.links = links;
    this.attachments = attachments;
  }

  /** The attachment in the old course; empty if the activity is no copy, or of something else. */
  Optional<Attachment> of(LaunchSession session, Course course) {
    List<UUID> from = origins.of(course).stream().map(Course::id).toList();
    if (from.isEmpty()) {
      return Optional.empty();
    }
    return LinkedBadge.named(session.custom())
        .flatMap(attachments::find)
        .filter(found -> from.contains(found.courseId()))
        .or(() -> byHistory(session, from));
  }

  private Optional<Attachment> byHistory(LaunchSession session, List<UUID> from) {
    List<String> ids = CourseOrigins.ids(session.custom().get(HISTORY));
    return from.stream()
        .flatMap(course -> ids.stream().flatMap(id -> links.find(course, id).stream()))
        .map(ResourceLink::attachmentId)
        .filter(Objects::nonNull)
        .flatMap(id -> attachments.find(id).stream())
        .findFirst();
  }
}
