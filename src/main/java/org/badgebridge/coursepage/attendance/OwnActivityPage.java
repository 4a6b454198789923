package org.badgebridge.coursepage.attendance;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.coursepage.Visits;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.passback.InCourse;
import org.badgebridge.passback.OwnActivities;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.staff.Typed;
import org.badgebridge.web.Views;

/** Where a lecturer gives a series or a task another title, or removes one made by mistake. */
@Path("/course/attendance/own/{id}")
@InFrame
@Produces("text/html;charset=UTF-8")
public class OwnActivityPage {

  private final CurrentLaunch launch;
  private final Visits visits;
  private final OwnActivities activities;
  private final AttendanceFace overview;
  private final Views views;

  @Inject
  public OwnActivityPage(
      CurrentLaunch launch,
      Visits visits,
      OwnActivities activities,
      AttendanceFace overview,
      Views views) {
    this.launch = launch;
    this.visits = visits;
    this.activities = activities;
    this.overview = overview;
    this.views = views;
  }

  /** Gives it another title; with a fault the form alone comes back. */
  @POST
  @Path("/title")
  public String rename(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
    InCourse where = course();
    Activity own = activities.require(id, where.courseId());
    Typed typed = Typed.of(form);
    try {
      activities.rename(where, own, typed.value("title"));
    } catch (InvalidFields invalid) {
      return views.render(
          "coursepage/attendance/own.jte",
          launch.page(),
          Map.of("own", own, "typed", typed.with(invalid)));
    }
    return overview.render(
        where.courseId(), launch.page(), AttendanceFace.EMPTY, AttendanceFace.EMPTY);
  }

  /** Removes it. */
  @POST
  @Path("/remove")
  public String remove(@PathParam("id") UUID id) {
    InCourse where = course();
    activities.remove(where, activities.require(id, where.courseId()));
    return overview.render(
        where.courseId(), launch.page(), AttendanceFace.EMPTY, AttendanceFace.EMPTY);
  }

  private InCourse course() {
    return visits.as(CourseRole.LECTURER).inCourse();
  }
}
