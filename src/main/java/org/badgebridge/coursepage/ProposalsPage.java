package org.badgebridge.coursepage;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.DecideAward;
import org.badgebridge.award.Reach;
import org.badgebridge.award.hand.DetailsForm;
import org.badgebridge.identity.Actor;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Typed;

/**
 * Where a lecturer decides about one proposal or several, and says what the badge class asks of
 * every award.
 */
@Path("/course/proposals")
@InFrame
@Produces("text/html;charset=UTF-8")
public class ProposalsPage {

  private final CurrentLaunch launch;
  private final Visits visits;
  private final ProposalsFace face;
  private final LecturerFace lecturers;
  private final DecideAward decideAward;

  @Inject
  public ProposalsPage(
      CurrentLaunch launch,
      Visits visits,
      ProposalsFace face,
      LecturerFace lecturers,
      DecideAward decideAward) {
    this.launch = launch;
    this.visits = visits;
    this.face = face;
    this.lecturers = lecturers;
    this.decideAward = decideAward;
  }

  /** Approves at once if nothing is missing, and else asks for it first. */
  @POST
  @Path("/approve")
  public String approve(MultivaluedMap<String, String> form) {
    Visit visit = visits.lecturer();
    Set<UUID> awards = ticked(form);
    if (face.asks(visit, awards)) {
      return face.form(visit, launch.page(), awards, face.said(visit, awards));
    }
    return approve(visit, awards, AwardDetails.NONE);
  }

  /** Approves with what is said about them; the form again if something is still missing. */
  @POST
  @Path("/said")
  public String said(MultivaluedMap<String, String> form) {
    Visit visit = visits.lecturer();
    Set<UUID> awards = ticked(form);
    Typed typed = Typed.of(form);
    try {
      return approve(visit, awards, DetailsForm.details(typed));
    } catch (InvalidFields invalid) {
      return face.form(visit, launch.page(), awards, typed.with(invalid));
    }
  }

  @POST
  @Path("/reject")
  public String reject(MultivaluedMap<String, String> form) {
    Visit visit = visits.lecturer();
    decideAward.rejectAll(ticked(form), null, reach(visit), actor());
    return page("coursepage.people.rejected");
  }

  private String approve(Visit visit, Set<UUID> awards, AwardDetails said) {
    if (awards.size() == 1) {
      decideAward.approve(awards.iterator().next(), said, reach(visit), actor());
    } else {
      decideAward.approveAll(awards, said, reach(visit), actor());
    }
    return page("coursepage.people.approved");
  }

  private static Set<UUID> ticked(MultivaluedMap<String, String> form) {
    Set<UUID> awards = HandChoice.ids(form, "award");
    if (awards.isEmpty()) {
      throw new ProblemException(ProblemType.INVALID, "coursepage.proposals.none");
    }
    return awards;
  }

  private static Reach reach(Visit visit) {
    return Reach.course(visit.course().id());
  }

  private Actor actor() {
    return launch.session().actor();
  }

  private String page(String done) {
    return lecturers.render(visits.as(CourseRole.LECTURER), launch.page(), done);
  }
}
