package org.badgebridge.coursepage;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.passback.PollNow;
import org.badgebridge.rule.Attachment;
import org.badgebridge.rule.Standing;
import org.badgebridge.rule.SwitchAttachment;
import org.jspecify.annotations.Nullable;

/** What a lecturer can press about the attachment. Each answer is the page as it is now. */
@Path("/course/attachment")
@InFrame
@Produces("text/html;charset=UTF-8")
public class LecturerPage {

  private final CurrentLaunch launch;
  private final Visits visits;
  private final LecturerFace face;
  private final SwitchAttachment switchAttachment;
  private final PollNow pollNow;

  @Inject
  public LecturerPage(
      CurrentLaunch launch,
      Visits visits,
      LecturerFace face,
      SwitchAttachment switchAttachment,
      PollNow pollNow) {
    this.launch = launch;
    this.visits = visits;
    this.face = face;
    this.switchAttachment = switchAttachment;
    this.pollNow = pollNow;
  }

  @GET
  public String show() {
    return face.render(visits.as(CourseRole.LECTURER), launch.page());
  }

  @GET
  @Path("/people")
  public String people(
      @QueryParam("group") @DefaultValue("HAS") Standing.Group group,
      @QueryParam("after") @Nullable UUID after) {
    return face.people(attachment(visits.lecturer()), group, after, launch.page());
  }

  @POST
  @Path("/on")
  public String on() {
    Visit visit = visits.lecturer();
    switchAttachment.on(attachment(visit).id(), visit.course().id(), visit.session().actor());
    pollNow.ask(visit.course().id());
    return show();
  }

  @POST
  @Path("/off")
  public String off() {
    Visit visit = visits.lecturer();
    switchAttachment.off(attachment(visit).id(), visit.course().id(), visit.session().actor());
    return show();
  }

  @POST
  @Path("/restriction")
  public String restriction(@FormParam("confirmed") boolean confirmed) {
    Visit visit = visits.lecturer();
    switchAttachment.confirmRestriction(
        attachment(visit).id(), visit.course().id(), confirmed, visit.session().actor());
    return show();
  }

  @POST
  @Path("/write-back")
  public String writeBack(@FormParam("when") @DefaultValue("NONE") Attachment.WriteBack when) {
    Visit visit = visits.lecturer();
    switchAttachment.writeBack(
        attachment(visit).id(), visit.course().id(), when, visit.session().actor());
    return show();
  }

  @POST
  @Path("/look")
  public String look() {
    pollNow.ask(visits.lecturer().course().id());
    return show();
  }

  private static Attachment attachment(Visit visit) {
    return Objects.requireNonNull(visit.attachment());
  }
}
