package org.badgebridge.coursepage;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.request.AskForAward;
import org.badgebridge.award.request.AskForm;
import org.badgebridge.award.request.RequestList;
import org.badgebridge.award.request.RequestRow;
import org.badgebridge.award.request.Wish;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.rule.Attachment;
import org.jspecify.annotations.Nullable;

/** Where a learner asks for the badge of a course. Each answer is the page as it is now. */
@Path("/course/asking")
@InFrame
@Produces("text/html;charset=UTF-8")
public class AskPage {

  private final CurrentLaunch launch;
  private final Visits visits;
  private final LearnerFace face;
  private final Asking asking;
  private final RequestList requests;
  private final AskForAward askForAward;

  @Inject
  public AskPage(
      CurrentLaunch launch,
      Visits visits,
      LearnerFace face,
      Asking asking,
      RequestList requests,
      AskForAward askForAward) {
    this.launch = launch;
    this.visits = visits;
    this.face = face;
    this.asking = asking;
    this.requests = requests;
    this.askForAward = askForAward;
  }

  /**
   * The form with what was said last in it.
   *
   * @param closed whether to close it again instead
   */
  @GET
  public String form(@QueryParam("closed") @Nullable String closed) {
    Visit visit = learner();
    if (closed != null) {
      return face.render(visit, launch.page());
    }
    AwardDetails before =
        requests
            .last(attachment(visit).badgeClassId(), visit.session().personId())
            .map(RequestRow::details)
            .orElse(AwardDetails.NONE);
    return face.render(visit, launch.page(), AskForm.of(before));
  }

  @POST
  public String ask(MultivaluedMap<String, String> sent) {
    Visit visit = learner();
    LaunchSession session = visit.session();
    asking.require(visit);
    AskForm form = AskForm.from(sent);
    try {
      askForAward.ask(
          new Wish(
              attachment(visit).badgeClassId(),
              session.lmsUserId(),
              visit.course().id(),
              form.said()),
          session.actor());
    } catch (InvalidFields invalid) {
      return face.render(visit, launch.page(), form.with(invalid));
    }
    return page();
  }

  @POST
  @Path("/{id}/revise")
  public String revise(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Visit visit = learner();
    AskForm form = AskForm.from(sent);
    try {
      askForAward.revise(id, visit.session().personId(), form.said(), visit.session().actor());
    } catch (InvalidFields invalid) {
      return face.render(visit, launch.page(), form.with(invalid));
    }
    return page();
  }

  @POST
  @Path("/{id}/withdraw")
  public String withdraw(@PathParam("id") UUID id) {
    LaunchSession session = learner().session();
    askForAward.withdraw(id, session.personId(), session.actor());
    return page();
  }

  /** A learner's visit to a link that shows a badge. */
  private Visit learner() {
    Visit visit = visits.as(CourseRole.LEARNER);
    if (visit.attachment() == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "rule.not-found");
    }
    return visit;
  }

  private static Attachment attachment(Visit visit) {
    return Objects.requireNonNull(visit.attachment());
  }

  private String page() {
    return face.render(learner(), launch.page());
  }
}
