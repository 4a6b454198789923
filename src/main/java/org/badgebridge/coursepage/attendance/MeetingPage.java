package org.badgebridge.coursepage.attendance;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.UUID;
import org.badgebridge.coursepage.Visits;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.passback.InCourse;
import org.badgebridge.passback.attendance.CorrectAttendance;
import org.badgebridge.passback.attendance.KeepMeeting;
import org.badgebridge.passback.attendance.Meeting;
import org.badgebridge.passback.attendance.Meetings;

/** One meeting: its code on the wall, who is there, and what the lecturer corrects. */
@Path("/course/attendance/meetings/{id}")
@InFrame
@Produces("text/html;charset=UTF-8")
public class MeetingPage {

  private final CurrentLaunch launch;
  private final Visits visits;
  private final Meetings meetings;
  private final KeepMeeting keep;
  private final CorrectAttendance correct;
  private final MeetingFace face;

  @Inject
  public MeetingPage(
      CurrentLaunch launch,
      Visits visits,
      Meetings meetings,
      KeepMeeting keep,
      CorrectAttendance correct,
      MeetingFace face) {
    this.launch = launch;
    this.visits = visits;
    this.meetings = meetings;
    this.keep = keep;
    this.correct = correct;
    this.face = face;
  }

  @GET
  public String show(@PathParam("id") UUID id) {
    return face.meeting(meeting(id), launch.page(), RollForm.NONE, "");
  }

  /** The code of now, and how many are there; asked for again whenever it changes. */
  @GET
  @Path("/code")
  public String code(@PathParam("id") UUID id) {
    return face.code(meeting(id), launch.page());
  }

  /** A list to print, with a box beside each name. */
  @GET
  @Path("/paper")
  public String paper(@PathParam("id") UUID id) {
    return face.paper(meeting(id), launch.page());
  }

  /** Opens it for checking in or out, or closes it. */
  @POST
  @Path("/state")
  public String turn(
      @PathParam("id") UUID id, @FormParam("to") @DefaultValue("CLOSED") Meeting.State to) {
    keep.turn(course(), id, to);
    return show(id);
  }

  /** Drops it, and shows that it is gone. */
  @POST
  @Path("/drop")
  public String drop(@PathParam("id") UUID id) {
    Meeting meeting = meeting(id);
    keep.drop(course(), id);
    return face.dropped(meeting, launch.page());
  }

  /** The learners who are searched, with those who are ticked. */
  @POST
  @Path("/learners")
  public String learners(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
    return face.learners(meeting(id), launch.page(), RollForm.of(form));
  }

  /** More of them. */
  @POST
  @Path("/more")
  public String more(
      @PathParam("id") UUID id,
      MultivaluedMap<String, String> form,
      @QueryParam("after") UUID after) {
    return face.more(meeting(id), launch.page(), RollForm.of(form), after);
  }

  /** Says that those who are ticked were there. */
  @POST
  @Path("/present")
  public String present(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
    return correct(id, RollForm.of(form), true);
  }

  /** Says that those who are ticked were not there. */
  @POST
  @Path("/absent")
  public String absent(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
    return correct(id, RollForm.of(form), false);
  }

  private String correct(UUID id, RollForm form, boolean present) {
    Meeting meeting = meeting(id);
    String done = "coursepage.attendance.nobody";
    if (!form.picked().isEmpty()) {
      correct.say(course(), id, form.picked(), present);
      done = "coursepage.attendance.corrected";
    }
    return face.meeting(
        meeting, launch.page(), new RollForm(RollForm.NONE.picked(), form.words()), done);
  }

  private Meeting meeting(UUID id) {
    return meetings.require(id, course().courseId());
  }

  private InCourse course() {
    return visits.as(CourseRole.LECTURER).inCourse();
  }
}
