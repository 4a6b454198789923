package org.badgebridge.coursepage.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.passback.OwnActivities;
import org.badgebridge.passback.attendance.Meetings;
import org.badgebridge.staff.Typed;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;

/** The page with the series of meetings and the tasks of a course. */
@ApplicationScoped
public class AttendanceFace {

  static final Typed EMPTY = Typed.of(Map.of());

  private final OwnActivities activities;
  private final Meetings meetings;
  private final Views views;
  private final Clock clock;

  @Inject
  public AttendanceFace(OwnActivities activities, Meetings meetings, Views views, Clock clock) {
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

  /** The page, with the forms as they were filled in. */
  String render(UUID course, Page page, Typed newSeries, Typed newTask) {
    Instant now = clock.instant();
    List<Meetings.Counted> held = meetings.heldIn(course);
    List<SeriesRow> series =
        activities.of(course, Activity.Kind.ATTENDANCE).stream()
            .map(each -> row(each, held, now))
            .toList();
    return views.render(
        "coursepage/attendance/overview.jte",
        page,
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
