package org.badgebridge.operator;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.web.AdministratorOnly;
import org.badgebridge.web.SignedIn;

/** What needs a person's hand, who else administers, and what was done lately. */
@Path("/admin/operator")
@AdministratorOnly
@Produces("text/html;charset=UTF-8")
public class OperatorPage {

  private final Desk desk;
  private final SettleJob settleJob;
  private final InviteAdministrator invite;
  private final RemoveOperator removing;
  private final SignedIn signedIn;
  private final Screen screen;

  @Inject
  public OperatorPage(
      Desk desk,
      SettleJob settleJob,
      InviteAdministrator invite,
      RemoveOperator removing,
      SignedIn signedIn,
      Screen screen) {
    this.desk = desk;
    this.settleJob = settleJob;
    this.invite = invite;
    this.removing = removing;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public String show() {
    return screen.show("operator/operator.jte", signedIn.locale(), desk.everything());
  }

  /** Answers with the page itself, not with a redirect: the link is shown once and kept nowhere. */
  @POST
  @Path("invitations")
  public String invite() {
    Map<String, Object> parts = new HashMap<>(desk.everything());
    parts.put("invitation", invite.invite(signedIn.actor()));
    return screen.show("operator/operator.jte", signedIn.locale(), parts);
  }

  @POST
  @Path("administrators/{id}/remove")
  public Response removeAdministrator(@PathParam("id") UUID id) {
    removing.remove(id, signedIn.actor());
    return Response.seeOther(URI.create("/admin")).build();
  }

  @POST
  @Path("jobs/{id}/again")
  public Response again(@PathParam("id") UUID id) {
    return settle(id, true);
  }

  @POST
  @Path("jobs/{id}/remove")
  public Response remove(@PathParam("id") UUID id) {
    return settle(id, false);
  }

  private Response settle(UUID id, boolean again) {
    settleJob.settle(id, again, signedIn.actor());
    return Response.seeOther(URI.create("/admin/operator")).build();
  }
}
