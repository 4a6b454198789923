package org.badgebridge.operator.awards;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.DecideAward;
import org.badgebridge.award.Reach;
import org.badgebridge.award.WithdrawAward;
import org.badgebridge.credential.RevokeCredential;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Typed;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;

/** One award: its story, and what ends it or brings it back. */
@Path("/admin/direct-awards/{id: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class AwardPage {

  private final StoryFace face;
  private final AwardScreen screen;
  private final WithdrawAward withdrawAward;
  private final DecideAward decideAward;
  private final RevokeCredential revokeCredential;
  private final SignedIn signedIn;

  @Inject
  public AwardPage(
      StoryFace face,
      AwardScreen screen,
      WithdrawAward withdrawAward,
      DecideAward decideAward,
      RevokeCredential revokeCredential,
      SignedIn signedIn) {
    this.face = face;
    this.screen = screen;
    this.withdrawAward = withdrawAward;
    this.decideAward = decideAward;
    this.revokeCredential = revokeCredential;
    this.signedIn = signedIn;
  }

  @GET
  public Response show(
      @PathParam("id") UUID id, @QueryParam("done") @DefaultValue("") String done) {
    return face.show(id, Done.known(done));
  }

  @POST
  @Path("withdraw")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response withdraw(
      @PathParam("id") UUID id, @FormParam("why") @DefaultValue("") String why) {
    screen.award(id, Permission.AWARD);
    if (why.isBlank()) {
      return missing(id, "withdraw", "award.reason-needed");
    }
    withdrawAward.withdraw(id, why, Reach.STAFF, signedIn.actor());
    return StoryFace.back(id, "withdrawn");
  }

  @POST
  @Path("restore")
  public Response restore(@PathParam("id") UUID id) {
    withdrawAward.restore(id, Reach.STAFF, signedIn.actor());
    return StoryFace.back(id, "restored");
  }

  /** Says no to a proposal, with a reason or without. */
  @POST
  @Path("reject")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response reject(@PathParam("id") UUID id, @FormParam("why") @DefaultValue("") String why) {
    decideAward.reject(id, why.isBlank() ? null : why.strip(), Reach.STAFF, signedIn.actor());
    return StoryFace.back(id, "rejected");
  }

  @POST
  @Path("revoke")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revoke(@PathParam("id") UUID id, @FormParam("why") @DefaultValue("") String why) {
    screen.award(id, Permission.AWARD);
    if (why.isBlank()) {
      return missing(id, "revoke", "operator.revoke.reason-missing");
    }
    revokeCredential.revoke(id, why.strip(), signedIn.actor());
    return StoryFace.back(id, "revoked");
  }

  private Response missing(UUID id, String form, String key) {
    return face.again(id, form, Typed.of(Map.of()), FieldFault.of("why-" + form, key));
  }
}
