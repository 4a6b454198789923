package org.badgebridge.coursepage.attendance;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.coursepage.Visits;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.passback.InCourse;
import org.badgebridge.passback.OwnActivities;
import org.badgebridge.passback.attendance.KeepMeeting;
import org.badgebridge.passback.attendance.Meetings;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.staff.Typed;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.jspecify.annotations.Nullable;

/** One series of meetings: those there are, and the next one. */
@Path("/course/attendance/series/{id}")
@InFrame
@Produces("text/html;charset=UTF-8")
public class SeriesPage {

  private final CurrentLaunch launch;
  private final Visits visits;
  private final OwnActivities activities;
  private final Meetings meetings;
  private final KeepMeeting keep;
  private final Views views;
  private final Clock clock;

  @Inject
  public SeriesPage(
      CurrentLaunch launch,
      Visits visits,
      OwnActivities activities,
      Meetings meetings,
      KeepMeeting keep,
      Views views,
      Clock clock) {
    this.launch = launch;
    this.visits = visits;
    this.activities = activities;
    this.meetings = meetings;
    this.keep = keep;
    this.views = views;
    this.clock = clock;
  }

  @GET
  public String show(@PathParam("id") UUID id) {
    return show(id, null);
  }

  /** Plans a meeting. */
  @POST
  public String plan(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
    InCourse where = course();
    Typed typed = Typed.of(form);
    try {
      keep.plan(where, id, typed.value("title"), typed.value("stay"));
    } catch (InvalidFields invalid) {
      return show(id, typed.with(invalid));
    }
    return show(id, null);
  }

  private InCourse course() {
    return visits.as(CourseRole.LECTURER).inCourse();
  }

  private String show(UUID id, @Nullable Typed typed) {
    Page page = launch.page();
    Activity series = activities.require(id, course().courseId(), Activity.Kind.ATTENDANCE);
    List<Meetings.Counted> all = meetings.of(id);
    Typed next =
        typed == null
            ? Typed.of(
                Map.of("title", page.t("coursepage.attendance.meeting-number", all.size() + 1)))
            : typed;
    return views.render(
        "coursepage/attendance/series.jte",
        page,
        Map.of("series", series, "meetings", all, "typed", next, "now", clock.instant()));
  }
}
