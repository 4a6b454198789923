package org.badgebridge.deeplinking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import org.badgebridge.course.Course;
import org.badgebridge.course.CourseSeen;
import org.badgebridge.course.RecordCourse;
import org.badgebridge.launch.LaunchSession;

/** The course of a session in which badges are picked, made known if it is new. */
@ApplicationScoped
public class PickedCourse {

  private final RecordCourse courses;

  @Inject
  public PickedCourse(RecordCourse courses) {
    this.courses = courses;
  }

  Course of(LaunchSession session) {
    LaunchSession.Context context = Objects.requireNonNull(session.context());
    LaunchSession.Ags ags = session.ags();
    return courses
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
  }
}
