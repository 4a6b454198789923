package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.course.Course;
import org.badgebridge.course.Courses;
import org.badgebridge.course.ResourceLink;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.roster.Memberships;
import org.badgebridge.rule.Attachment;
import org.badgebridge.rule.Attachments;
import org.jspecify.annotations.Nullable;

/**
 * What the present request may touch: the one place where the frame's session is narrowed to its
 * course, its link and its role.
 */
@ApplicationScoped
public class Visits {

  private final CurrentLaunch launch;
  private final Courses courses;
  private final ResourceLinks links;
  private final Attachments attachments;
  private final Memberships memberships;

  @Inject
  public Visits(
      CurrentLaunch launch,
      Courses courses,
      ResourceLinks links,
      Attachments attachments,
      Memberships memberships) {
    this.launch = launch;
    this.courses = courses;
    this.links = links;
    this.attachments = attachments;
    this.memberships = memberships;
  }

  /**
   * The visit of somebody with this role in the course.
   *
   * @throws ProblemException FORBIDDEN for another role, also for a lecturer whom the LMS has made
   *     a learner since, NOT_FOUND if the link is gone
   */
  public Visit as(CourseRole role) {
    LaunchSession session = launch.session();
    if (session.role() != role) {
      throw new ProblemException(ProblemType.FORBIDDEN, "problem.forbidden.detail");
    }
    Visit visit =
        find(session)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
    if (role == CourseRole.LECTURER && isLecturerNoMore(visit)) {
      throw new ProblemException(ProblemType.FORBIDDEN, "coursepage.role-ended");
    }
    return visit;
  }

  /**
   * A lecturer's visit to a link that shows a badge.
   *
   * @throws ProblemException as {@link #as}, and NOT_FOUND while no badge is chosen
   */
  Visit lecturer() {
    Visit visit = as(CourseRole.LECTURER);
    if (visit.attachment() == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "rule.not-found");
    }
    return visit;
  }

  /** A roster that was read after the launch knows better. */
  private boolean isLecturerNoMore(Visit visit) {
    Instant rosterAt = visit.course().rosterAt();
    LaunchSession session = visit.session();
    return rosterAt != null
        && rosterAt.isAfter(session.createdAt())
        && memberships.listedAsLearner(visit.course().id(), session.lmsUserId(), rosterAt);
  }

  private Optional<Visit> find(LaunchSession session) {
    LaunchSession.Context context = session.context();
    LaunchSession.Link link = session.link();
    if (context == null || link == null) {
      return Optional.empty();
    }
    Optional<Course> course = courses.find(session.deploymentId(), context.id());
    return course.flatMap(
        known ->
            links
                .find(known.id(), link.id())
                .map(placed -> new Visit(session, known, placed, attachment(placed))));
  }

  private @Nullable Attachment attachment(ResourceLink link) {
    UUID id = link.attachmentId();
    return id == null ? null : attachments.find(id).orElse(null);
  }
}
