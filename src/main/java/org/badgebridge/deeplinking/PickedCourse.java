package org.badgebridge.deeplinking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import org.badgebridge.course.Course;
import org.badgebridge.course.CourseSeen;
import org.badgebridge.course.OtherNames;
import org.badgebridge.course.RecordCourse;
import org.badgebridge.launch.LaunchSession;

/** The course of a session in which badges are picked, made known if it is new. */
@ApplicationScoped
public class PickedCourse {

  private final RecordCourse courses;
  private final OtherNames otherNames;

  @Inject
  public PickedCourse(RecordCourse courses, OtherNames otherNames) {
    this.courses = courses;
    this.otherNames = otherNames;
  }

  Course of(LaunchSession session) {
    LaunchSession.Context context = Objects.requireNonNull(session.context());
    LaunchSession.Ags ags = session.ags();
    Course course =
        courses
            .record(
                new CourseSeen(
                    session.deploymentId(),
                    context.id(),
                    context.title(),
                    context.label(),
                    null,
                    session.membershipsUrl(),
                    ags == null ? null : ags.lineitems(),
                    ags == null ? Set.of() : ags.scopes(),
                    null))
            .course();
    otherNames.saw(session.platformId(), course.id(), session.lmsUserId(), session.custom());
    return course;
  }
}
