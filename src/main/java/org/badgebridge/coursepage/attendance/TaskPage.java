package org.badgebridge.coursepage.attendance;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.coursepage.Visits;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.passback.InCourse;
import org.badgebridge.passback.OwnActivities;
import org.jspecify.annotations.Nullable;

/** One task: ticks, and a table that says what it came to. */
@Path("/course/attendance/tasks/{id}")
@InFrame
@Produces("text/html;charset=UTF-8")
public class TaskPage {

  private final CurrentLaunch launch;
  private final Visits visits;
  private final OwnActivities activities;
  private final TaskMarks marks;
  private final TaskTable table;
  private final TaskFace face;

  @Inject
  public TaskPage(
      CurrentLaunch launch,
      Visits visits,
      OwnActivities activities,
      TaskMarks marks,
      TaskTable table,
      TaskFace face) {
    this.launch = launch;
    this.visits = visits;
    this.activities = activities;
    this.marks = marks;
    this.table = table;
    this.face = face;
  }

  @GET
  public String show(@PathParam("id") UUID id) {
    return face.task(task(id), launch.page(), RollForm.NONE, "", List.of());
  }

  /** The learners who are searched, with those who are ticked. */
  @POST
  @Path("/learners")
  public String learners(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
    return face.learners(task(id), launch.page(), RollForm.of(form));
  }

  /** More of them. */
  @POST
  @Path("/more")
  public String more(
      @PathParam("id") UUID id,
      MultivaluedMap<String, String> form,
      @QueryParam("after") UUID after) {
    return face.more(task(id), launch.page(), RollForm.of(form), after);
  }

  /** Ticks learners off. */
  @POST
  @Path("/tick")
  public String tick(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
    Activity task = task(id);
    RollForm roll = RollForm.of(form);
    List<UUID> changed = marks.tick(course(), id, roll.picked());
    return done(task, roll, "coursepage.task.ticked", changed);
  }

  /** Takes back what was said of learners. */
  @POST
  @Path("/untick")
  public String untick(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
    Activity task = task(id);
    RollForm roll = RollForm.of(form);
    marks.takeBack(course(), id, roll.picked());
    return done(task, roll, "coursepage.task.unticked", List.of());
  }

  /** What a table would do. */
  @POST
  @Path("/file")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public String file(@PathParam("id") UUID id, InputStream file) throws IOException {
    Activity task = task(id);
    return face.preview(task, launch.page(), table.read(task.courseId(), file));
  }

  /** Does what the lecturer saw that the table would do. */
  @POST
  @Path("/rows")
  public String rows(@PathParam("id") UUID id, @FormParam("rows") @Nullable String rows) {
    Activity task = task(id);
    return face.taken(task, launch.page(), marks.take(course(), id, rows == null ? "" : rows));
  }

  private String done(Activity task, RollForm form, String key, List<UUID> undoable) {
    String done = form.picked().isEmpty() ? "coursepage.attendance.nobody" : key;
    return face.task(task, launch.page(), new RollForm(Set.of(), form.words()), done, undoable);
  }

  private Activity task(UUID id) {
    return activities.require(id, course().courseId(), Activity.Kind.TASK);
  }

  private InCourse course() {
    return visits.as(CourseRole.LECTURER).inCourse();
  }
}
