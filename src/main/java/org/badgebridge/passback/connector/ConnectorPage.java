package org.badgebridge.passback.connector;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.staff.Typed;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;

/** One connector: what to tell the other side, whether it works, and what it brought. */
@Path("/admin/sources/{id: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class ConnectorPage {

  private final KeepConnector keep;
  private final ConnectorKinds kinds;
  private final ConnectorScreen screen;
  private final SignedIn signedIn;

  @Inject
  public ConnectorPage(
      KeepConnector keep, ConnectorKinds kinds, ConnectorScreen screen, SignedIn signedIn) {
    this.keep = keep;
    this.kinds = kinds;
    this.screen = screen;
    this.signedIn = signedIn;
  }

  @GET
  public Response show(@PathParam("id") UUID id) {
    return screen.show(200, keep.own(id, signedIn.actor()), null, null, null);
  }

  /** Saves name and settings. */
  @POST
  public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Connector connector = keep.own(id, signedIn.actor());
    Typed typed = Typed.of(sent);
    try {
      keep.change(id, ConnectorScreen.typed(kinds.of(connector.source()), typed), signedIn.actor());
      return back(id);
    } catch (InvalidFields invalid) {
      return screen.show(invalid.type().status(), connector, null, null, typed.with(invalid));
    }
  }

  /** Tries it out. */
  @POST
  @Path("test")
  public Response test(@PathParam("id") UUID id) {
    Connector connector = keep.own(id, signedIn.actor());
    ConnectorKind.Trial trial = kinds.of(connector.source()).test(connector);
    keep.tested(connector, trial.good(), signedIn.actor());
    return screen.show(200, connector, null, trial, null);
  }

  @POST
  @Path("on")
  public Response on(@PathParam("id") UUID id) {
    keep.switchTo(id, true, signedIn.actor());
    return back(id);
  }

  @POST
  @Path("off")
  public Response off(@PathParam("id") UUID id) {
    keep.switchTo(id, false, signedIn.actor());
    return back(id);
  }

  /** Makes a new secret and shows it this once. */
  @POST
  @Path("secret")
  public Response renew(@PathParam("id") UUID id) {
    KeepConnector.Made made = keep.renewSecret(id, signedIn.actor());
    return screen.show(200, keep.own(id, signedIn.actor()), made.secret(), null, null);
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create("/admin/sources/" + id)).build();
  }
}
