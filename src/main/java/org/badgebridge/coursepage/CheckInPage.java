package org.badgebridge.coursepage;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.passback.attendance.CheckIn;
import org.badgebridge.web.Guesses;

/** Where a learner checks in to a meeting. The answer is the learner's page as it is now. */
@Path("/course/check-in/{id}")
@InFrame
@Produces("text/html;charset=UTF-8")
public class CheckInPage {

  private final CurrentLaunch launch;
  private final Visits visits;
  private final LearnerFace face;
  private final CheckIn checkIn;
  private final Guesses guesses;

  @Inject
  public CheckInPage(
      CurrentLaunch launch, Visits visits, LearnerFace face, CheckIn checkIn, Guesses guesses) {
    this.launch = launch;
    this.visits = visits;
    this.face = face;
    this.checkIn = checkIn;
    this.guesses = guesses;
  }

  /** A learner's code; so many each minute, because a lecture hall shares one address. */
  @POST
  public String check(@PathParam("id") UUID id, @FormParam("code") @DefaultValue("") String code) {
    Visit visit = visits.as(CourseRole.LEARNER);
    UUID learner = visit.session().lmsUserId();
    guesses.count(learner, "check-in");
    CheckIn.Answer answer = checkIn.with(visit.inCourse(), id, learner, code);
    return face.render(visit, launch.page(), answer);
  }
}
