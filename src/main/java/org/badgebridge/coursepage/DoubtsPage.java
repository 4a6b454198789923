package org.badgebridge.coursepage;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Awards;
import org.badgebridge.award.Reach;
import org.badgebridge.award.WithdrawAward;
import org.badgebridge.credential.RevokeCredential;
import org.badgebridge.launch.CurrentLaunch;
import org.badgebridge.launch.InFrame;
import org.badgebridge.rule.Attachment;
import org.badgebridge.rule.DecideDoubt;
import org.badgebridge.rule.Doubts;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;

/** Where a lecturer decides about awards whose evidence changed afterwards. */
@Path("/course/doubts")
@InFrame
@Produces("text/html;charset=UTF-8")
public class DoubtsPage {

  private static final int PAGE = 25;

  private final CurrentLaunch launch;
  private final Visits visits;
  private final Doubts doubts;
  private final DecideDoubt decideDoubt;
  private final Awards awards;
  private final WithdrawAward withdrawAward;
  private final RevokeCredential revokeCredential;
  private final Views views;

  @Inject
  public DoubtsPage(
      CurrentLaunch launch,
      Visits visits,
      Doubts doubts,
      DecideDoubt decideDoubt,
      Awards awards,
      WithdrawAward withdrawAward,
      RevokeCredential revokeCredential,
      Views views) {
    this.launch = launch;
    this.visits = visits;
    this.doubts = doubts;
    this.decideDoubt = decideDoubt;
    this.awards = awards;
    this.withdrawAward = withdrawAward;
    this.revokeCredential = revokeCredential;
    this.views = views;
  }

  @GET
  public String show() {
    return page("");
  }

  /** Lets the award stand. */
  @POST
  @Path("/{id}/keep")
  public String keep(@PathParam("id") UUID id) {
    Visit visit = visits.lecturer();
    decideDoubt.decide(id, visit.course().id(), Doubts.State.KEPT, visit.session().actor());
    return page("coursepage.doubts.kept");
  }

  /** Withdraws the offer, or revokes the badge that was claimed. */
  @POST
  @Path("/{id}/take-back")
  @Transactional
  public String takeBack(@PathParam("id") UUID id) {
    Visit visit = visits.lecturer();
    UUID course = visit.course().id();
    decideDoubt.decide(id, course, Doubts.State.TAKEN_BACK, visit.session().actor());
    String why = launch.page().t("rule.withdrawn-by-rule");
    if (awards.locked(id).state() == AwardState.CLAIMED) {
      revokeCredential.revoke(id, why, visit.session().actor());
    } else {
      withdrawAward.withdraw(id, why, Reach.course(course), visit.session().actor());
    }
    return page("coursepage.doubts.taken-back");
  }

  private String page(String done) {
    Attachment attachment = Objects.requireNonNull(visits.lecturer().attachment());
    Page page = launch.page();
    return views.render(
        "coursepage/doubts.jte",
        page,
        Map.of(
            "lines",
            doubts.openOnes(attachment.id(), PAGE),
            "open",
            doubts.open(attachment.id()),
            "done",
            done));
  }
}
