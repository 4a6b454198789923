package org.badgebridge.coursepage;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.DecideAward;
import org.badgebridge.award.Reach;
import org.badgebridge.award.WithdrawAward;
import org.badgebridge.course.Course;
import org.badgebridge.deeplinking.AddBadges;
import org.badgebridge.deeplinking.Chooser;
import org.badgebridge.deeplinking.LinkedBadge;
import org.badgebridge.deeplinking.PickedBadges;
import org.badgebridge.deeplinking.WishForm;
import org.badgebridge.identity.Actor;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.rule.PlaceRule;

/** What a lecturer decides: which badge an activity shows, and who gets it. */
@Path("/course")
@InFrame
@Produces("text/html;charset=UTF-8")
public class DecisionPage {

  private final CurrentLaunch launch;
  private final Visits visits;
  private final LecturerFace face;
  private final Chooser chooser;
  private final AddBadges addBadges;
  private final PlaceRule placeRule;
  private final DecideAward decideAward;
  private final WithdrawAward withdrawAward;

  @Inject
  public DecisionPage(
      CurrentLaunch launch,
      Visits visits,
      LecturerFace face,
      Chooser chooser,
      AddBadges addBadges,
      PlaceRule placeRule,
      DecideAward decideAward,
      WithdrawAward withdrawAward) {
    this.launch = launch;
    this.visits = visits;
    this.face = face;
    this.chooser = chooser;
    this.addBadges = addBadges;
    this.placeRule = placeRule;
    this.decideAward = decideAward;
    this.withdrawAward = withdrawAward;
  }

  /** Chooses the badge of an activity that was added without deep linking. */
  @POST
  @Path("/attach")
  public String attach(MultivaluedMap<String, String> form) {
    Visit visit = visits.as(CourseRole.LECTURER);
    if (visit.attachment() != null) {
      throw new ProblemException(ProblemType.CONFLICT, "problem.conflict.detail");
    }
    PickedBadges picked = PickedBadges.from(form).first();
    WishForm wish = WishForm.from(form);
    try {
      List<LinkedBadge> added = addBadges.add(visit.session(), visit.course(), picked, wish.wish());
      placeRule.place(added.get(0).attachmentId(), visit.link(), visit.session().actor());
    } catch (InvalidFields invalid) {
      return chooser.rule(
          visit.session(), visit.course(), launch.page(), picked, wish, invalid.faults());
    }
    return page("");
  }

  @POST
  @Path("/decisions/{id}/approve")
  public String approve(@PathParam("id") UUID id) {
    decideAward.approve(id, AwardDetails.NONE, reach(), actor());
    return page("coursepage.people.approved");
  }

  @POST
  @Path("/decisions/{id}/reject")
  public String reject(@PathParam("id") UUID id) {
    decideAward.reject(id, null, reach(), actor());
    return page("coursepage.people.rejected");
  }

  @POST
  @Path("/decisions/{id}/withdraw")
  public String withdraw(
      @PathParam("id") UUID id, @FormParam("why") @DefaultValue("withdrawn by staff") String why) {
    withdrawAward.withdraw(id, why, reach(), actor());
    return page("coursepage.people.withdrawn");
  }

  @POST
  @Path("/decisions/{id}/restore")
  public String restore(@PathParam("id") UUID id) {
    withdrawAward.restore(id, reach(), actor());
    return page("coursepage.people.restored");
  }

  private Course course() {
    return visits.lecturer().course();
  }

  private Reach reach() {
    return Reach.course(course().id());
  }

  private Actor actor() {
    return launch.session().actor();
  }

  private String page(String done) {
    return face.render(visits.as(CourseRole.LECTURER), launch.page(), done);
  }
}
