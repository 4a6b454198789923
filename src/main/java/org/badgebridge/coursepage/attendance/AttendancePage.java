package org.badgebridge.coursepage.attendance;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import org.badgebridge.course.Activity;
import org.badgebridge.coursepage.Visits;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.passback.InCourse;
import org.badgebridge.passback.OwnActivities;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.staff.Typed;

/** The series of meetings and the tasks of a course, and where more of them are made. */
@Path("/course/attendance")
@InFrame
@Produces("text/html;charset=UTF-8")
public class AttendancePage {

  private static final Typed EMPTY = AttendanceFace.EMPTY;

  private final CurrentLaunch launch;
  private final Visits visits;
  private final OwnActivities activities;
  private final AttendanceFace face;

  @Inject
  public AttendancePage(
      CurrentLaunch launch, Visits visits, OwnActivities activities, AttendanceFace face) {
    this.launch = launch;
    this.visits = visits;
    this.activities = activities;
    this.face = face;
  }

  @GET
  public String show() {
    return face.render(course().courseId(), launch.page(), EMPTY, EMPTY);
  }

  @POST
  @Path("/series")
  public String makeSeries(MultivaluedMap<String, String> form) {
    InCourse where = course();
    Typed typed = Typed.of(form);
    try {
      activities.make(where, Activity.Kind.ATTENDANCE, typed.value("title"));
    } catch (InvalidFields invalid) {
      return face.render(where.courseId(), launch.page(), typed.with(invalid), EMPTY);
    }
    return face.render(where.courseId(), launch.page(), EMPTY, EMPTY);
  }

  @POST
  @Path("/tasks")
  public String makeTask(MultivaluedMap<String, String> form) {
    InCourse where = course();
    Typed typed = Typed.of(form);
    try {
      activities.make(where, Activity.Kind.TASK, typed.value("title"));
    } catch (InvalidFields invalid) {
      return face.render(where.courseId(), launch.page(), EMPTY, typed.with(invalid));
    }
    return face.render(where.courseId(), launch.page(), EMPTY, EMPTY);
  }

  private InCourse course() {
    return visits.as(CourseRole.LECTURER).inCourse();
  }
}
