package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.course.Course;
import org.badgebridge.course.CourseSeen;
import org.badgebridge.course.CourseVisit;
import org.badgebridge.course.OtherNames;
import org.badgebridge.course.RecordCourse;
import org.badgebridge.course.ResourceLink;
import org.badgebridge.deeplinking.LinkedBadge;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.passback.launch.LaunchEvidence;
import org.badgebridge.roster.CourseStanding;
import org.badgebridge.roster.Memberships;
import org.badgebridge.rule.Attachment;
import org.badgebridge.rule.Attachments;
import org.badgebridge.rule.PlaceRule;

/**
 * What a launch of an activity tells us: the course, the link, who belongs to it, and, for a
 * learner whom the course let in, a fact.
 */
@ApplicationScoped
public class RecordVisit {

  private static final String HISTORY = "context_id_history";

  private final RecordCourse courses;
  private final OtherNames otherNames;
  private final Memberships memberships;
  private final Attachments attachments;
  private final LinkOrigin linkOrigin;
  private final PlaceRule placement;
  private final LaunchEvidence evidence;
  private final Clock clock;

  @Inject
  public RecordVisit(
      RecordCourse courses,
      OtherNames otherNames,
      Memberships memberships,
      Attachments attachments,
      LinkOrigin linkOrigin,
      PlaceRule placement,
      LaunchEvidence evidence,
      Clock clock) {
    this.courses = courses;
    this.otherNames = otherNames;
    this.memberships = memberships;
    this.attachments = attachments;
    this.linkOrigin = linkOrigin;
    this.placement = placement;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * Takes the launch over.
   *
   * @throws NullPointerException if the session has no course or no link
   */
  @Transactional
  public Visit record(LaunchSession session) {
    CourseVisit seen = courses.record(seen(session));
    Course course = seen.course();
    ResourceLink link = Objects.requireNonNull(seen.link());
    otherNames.saw(session.platformId(), course.id(), session.lmsUserId(), session.custom());
    memberships.saw(course.id(), session.lmsUserId(), standing(session.role()), clock.instant());
    Optional<Attachment> attachment = attachment(session, course, link);
    if (attachment.isPresent()) {
      if (!attachment.get().id().equals(link.attachmentId())
          || attachment.get().state() == Attachment.State.DRAFT) {
        placement.place(attachment.get().id(), link, session.actor());
      }
      evidence.from(session, course, link, asked(attachment.get()));
    }
    return new Visit(session, course, link, attachment.orElse(null));
  }

  /** What the link shows, or what the platform's custom parameter asks it to show. */
  private Optional<Attachment> attachment(LaunchSession session, Course course, ResourceLink link) {
    UUID known = link.attachmentId();
    if (known != null) {
      return attachments.find(known);
    }
    return LinkedBadge.named(session.custom())
        .flatMap(attachments::find)
        .filter(found -> found.courseId().equals(course.id()))
        .or(() -> copied(session, course));
  }

  /** A copied activity names its origin; it shows what a lecturer took over from there. */
  private Optional<Attachment> copied(LaunchSession session, Course course) {
    return linkOrigin
        .of(session, course)
        .flatMap(origin -> attachments.copyOf(origin.id(), course.id()));
  }

  private Set<UUID> asked(Attachment attachment) {
    return attachment.state() == Attachment.State.ON
        ? attachments.rule(attachment.id()).tree().activities()
        : Set.of();
  }

  private static CourseSeen seen(LaunchSession session) {
    LaunchSession.Context context = Objects.requireNonNull(session.context());
    LaunchSession.Link link = Objects.requireNonNull(session.link());
    LaunchSession.Ags ags = session.ags();
    return new CourseSeen(
        session.deploymentId(),
        context.id(),
        context.title(),
        context.label(),
        session.custom().get(HISTORY),
        session.membershipsUrl(),
        ags == null ? null : ags.lineitems(),
        ags == null ? Set.of() : ags.scopes(),
        new CourseSeen.LinkSeen(link.id(), link.title(), ags == null ? null : ags.lineitem()));
  }

  private static CourseStanding standing(CourseRole role) {
    return switch (role) {
      case LECTURER -> CourseStanding.LECTURER;
      case LEARNER -> CourseStanding.LEARNER;
      case OTHER -> CourseStanding.OTHER;
    };
  }
}
