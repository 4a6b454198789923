package org.badgebridge.coursepage.attendance;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.Instant;
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
import org.badgebridge.passback.attendance.Meetings;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.staff.Typed;
import org.badgebridge.web.Views;

/** The series of meetings and the tasks of a course, and where more of them are made. */
@Path("/course/attendance")
@InFrame
@Produces("text/html;charset=UTF-8")
public class AttendancePage {

  private static final Typed EMPTY = Typed.of(Map.of());

  private final CurrentLaunch launch;
  private final Visits visits;
  private final OwnActivities activities;
  private final Meetings meetings;
  private final Views views;
  private final Clock clock;

  @Inject
  public AttendancePage(
      CurrentLaunch launch,
      Visits visits,
      OwnActivities activities,
      Meetings meetings,
      Views views,
      Clock clock) {
    this.launch = launch;
    this.visits = visits;
    this.activities = activities;
    this.meetings = meetings;
    this.views = views;
    this.clock = clock;
  }

  /**
   * One series.
   *
   * @param held how many meetings there were
   * @param open whether learners can check in to one
   */
  public record SeriesRow(UUID id, String title, long held, boolean open) {}

  @GET
  public String show() {
    return show(course().courseId(), EMPTY, EMPTY);
  }

  @POST
  @Path("/series")
  public String makeSeries(MultivaluedMap<String, String> form) {
    InCourse where = course();
    Typed typed = Typed.of(form);
    try {
      activities.make(where, Activity.Kind.ATTENDANCE, typed.value("title"));
    } catch (InvalidFields invalid) {
      return show(where.courseId(), typed.with(invalid), EMPTY);
    }
    return show(where.courseId(), EMPTY, EMPTY);
  }

  @POST
  @Path("/tasks")
  public String makeTask(MultivaluedMap<String, String> form) {
    InCourse where = course();
    Typed typed = Typed.of(form);
    try {
      activities.make(where, Activity.Kind.TASK, typed.value("title"));
    } catch (InvalidFields invalid) {
      return show(where.courseId(), EMPTY, typed.with(invalid));
    }
    return show(where.courseId(), EMPTY, EMPTY);
  }

  private InCourse course() {
    return visits.as(CourseRole.LECTURER).inCourse();
  }

  private String show(UUID course, Typed newSeries, Typed newTask) {
    Instant now = clock.instant();
    List<Meetings.Counted> held = meetings.heldIn(course);
    List<SeriesRow> series =
        activities.of(course, Activity.Kind.ATTENDANCE).stream()
            .map(each -> row(each, held, now))
            .toList();
    return views.render(
        "coursepage/attendance/overview.jte",
        launch.page(),
        Map.of(
            "series",
            series,
            "tasks",
            activities.of(course, Activity.Kind.TASK),
            "newSeries",
            newSeries,
            "newTask",
            newTask));
  }

  private static SeriesRow row(Activity series, List<Meetings.Counted> held, Instant now) {
    List<Meetings.Counted> own =
        held.stream().filter(each -> each.meeting().seriesId().equals(series.id())).toList();
    return new SeriesRow(
        series.id(),
        series.title(),
        own.size(),
        own.stream().anyMatch(each -> each.meeting().isOpen(now)));
  }
}
