package org.badgebridge.coursepage;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.UUID;
import org.badgebridge.award.Reach;
import org.badgebridge.award.request.DecideRequests;
import org.badgebridge.award.request.DecideRequests.Word;
import org.badgebridge.award.request.DecisionForm;
import org.badgebridge.award.request.RequestState;
import org.badgebridge.award.request.RequestsAtHand;
import org.badgebridge.identity.Actor;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.Link;
import org.jspecify.annotations.Nullable;

/**
 * What a lecturer decides about the requests of the course. Each answer is the page as it is now.
 */
@Path("/course/requests")
@InFrame
@Produces("text/html;charset=UTF-8")
public class CourseRequestsPage {

  private final CurrentLaunch launch;
  private final Visits visits;
  private final RequestsFace face;
  private final RequestsAtHand atHand;
  private final DecideRequests decideRequests;

  @Inject
  public CourseRequestsPage(
      CurrentLaunch launch,
      Visits visits,
      RequestsFace face,
      RequestsAtHand atHand,
      DecideRequests decideRequests) {
    this.launch = launch;
    this.visits = visits;
    this.face = face;
    this.atHand = atHand;
    this.decideRequests = decideRequests;
  }

  @GET
  public String show(
      @QueryParam("state") @Nullable String state, @QueryParam("after") @Nullable String after) {
    RequestState named = RequestState.named(state);
    return face.list(
        course(), named == null ? RequestState.OPEN : named, Link.id(after), launch.page());
  }

  /** Decides about what is ticked. */
  @POST
  public String decide(MultivaluedMap<String, String> sent) {
    UUID course = course();
    DecisionForm form = DecisionForm.from(sent);
    if (form.ticked().isEmpty()) {
      return face.refused(course, after(sent), form.withNothingTicked(), launch.page());
    }
    try {
      return face.done(
          course,
          decideRequests.ticked(
              Word.named(sent.getFirst("word")), form, Reach.course(course), actor()),
          launch.page());
    } catch (InvalidFields invalid) {
      return face.refused(course, after(sent), form.with(invalid), launch.page());
    }
  }

  @GET
  @Path("/{id}")
  public String one(@PathParam("id") UUID id) {
    atHand.get(id, Reach.course(course()), actor());
    return face.one(id, DecisionForm.EMPTY, launch.page());
  }

  @POST
  @Path("/{id}")
  public String decide(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    UUID course = course();
    atHand.get(id, Reach.course(course), actor());
    DecisionForm form = DecisionForm.from(sent);
    try {
      return face.done(
          course,
          decideRequests.one(
              Word.named(sent.getFirst("word")), id, form, Reach.course(course), actor()),
          launch.page());
    } catch (InvalidFields invalid) {
      return face.one(id, form.with(invalid), launch.page());
    }
  }

  /** The key of the page on which the form stood; null for the first. */
  private static @Nullable UUID after(MultivaluedMap<String, String> sent) {
    return Link.id(sent.getFirst("after"));
  }

  private UUID course() {
    return visits.as(CourseRole.LECTURER).course().id();
  }

  private Actor actor() {
    return launch.session().actor();
  }
}
