package org.badgebridge.coursepage;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.DeclineAward;
import org.badgebridge.backpack.ClaimAward;
import org.badgebridge.backpack.Consent;
import org.badgebridge.backpack.ShowCredential;
import org.badgebridge.identity.OneTimeCode;
import org.badgebridge.identity.OneTimeCodes;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.launch.LaunchSession;
import org.jspecify.annotations.Nullable;

/** What a learner can press in the course page. Each answer is the page as it is now. */
@Path("/course")
@InFrame
@Produces("text/html;charset=UTF-8")
public class LearnerPage {

  private static final Duration CODE_LASTS = Duration.ofMinutes(2);

  private final CurrentLaunch launch;
  private final Visits visits;
  private final LearnerFace face;
  private final ClaimAward claimAward;
  private final DeclineAward declineAward;
  private final ShowCredential showCredential;
  private final OneTimeCodes codes;

  @Inject
  public LearnerPage(
      CurrentLaunch launch,
      Visits visits,
      LearnerFace face,
      ClaimAward claimAward,
      DeclineAward declineAward,
      ShowCredential showCredential,
      OneTimeCodes codes) {
    this.launch = launch;
    this.visits = visits;
    this.face = face;
    this.claimAward = claimAward;
    this.declineAward = declineAward;
    this.showCredential = showCredential;
    this.codes = codes;
  }

  @POST
  @Path("/awards/{id}/claim")
  public String claim(
      @PathParam("id") UUID id,
      @FormParam("terms") @Nullable UUID terms,
      @FormParam("part") @Nullable String part) {
    LaunchSession session = learner();
    claimAward.claim(id, session.personId(), Consent.of(terms, part), session.actor());
    return face.render(visits.as(CourseRole.LEARNER), launch.page(), true);
  }

  @POST
  @Path("/awards/{id}/decline")
  public String decline(@PathParam("id") UUID id) {
    LaunchSession session = learner();
    declineAward.decline(id, session.personId(), session.actor());
    return page();
  }

  @POST
  @Path("/awards/{id}/undo")
  public String undo(@PathParam("id") UUID id) {
    LaunchSession session = learner();
    declineAward.undo(id, session.personId(), session.actor());
    return page();
  }

  @POST
  @Path("/badges/{id}/publish")
  public String publish(@PathParam("id") UUID id) {
    LaunchSession session = learner();
    showCredential.publish(id, session.personId(), session.actor());
    return page();
  }

  @POST
  @Path("/badges/{id}/hide")
  public String hide(@PathParam("id") UUID id) {
    LaunchSession session = learner();
    showCredential.hide(id, session.personId(), session.actor());
    return page();
  }

  /**
   * A single-use code with which the page's script posts itself into the backpack, in a new tab,
   * and the language to go on in.
   */
  @POST
  @Path("/backpack")
  @Produces(MediaType.APPLICATION_JSON)
  @Transactional
  public Map<String, String> backpack() {
    return Map.of(
        "code",
        codes.issue(OneTimeCode.Purpose.HANDOFF, learner().personId(), CODE_LASTS),
        "language",
        launch.page().language());
  }

  private LaunchSession learner() {
    return visits.as(CourseRole.LEARNER).session();
  }

  private String page() {
    return face.render(visits.as(CourseRole.LEARNER), launch.page());
  }
}
