package org.badgebridge.backpack.host;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Which hosts may read a backpack, and how its owner ends that. */
@Path(HostsPage.ADDRESS)
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class HostsPage {

  static final String ADDRESS = "/backpack/hosts";

  private final HostConnections connections;
  private final ConnectHost connecting;
  private final HostAddresses addresses;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  HostsPage(
      HostConnections connections,
      ConnectHost connecting,
      HostAddresses addresses,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.connections = connections;
    this.connecting = connecting;
    this.addresses = addresses;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  /**
   * The page.
   *
   * @param done set when one was disconnected just now
   */
  @GET
  public String show(@QueryParam("done") @Nullable String done) {
    return views.render(
        "backpack/host/list.jte",
        Page.open(signedIn.locale(), words),
        Map.of(
            "connections",
            connections.ofPerson(signedIn.personId()),
            "base",
            addresses.base(),
            "done",
            done != null));
  }

  @POST
  @Path("{id: [0-9a-f-]{36}}/disconnect")
  public Response disconnect(@PathParam("id") UUID id) {
    connecting.disconnect(signedIn.personId(), id, signedIn.actor());
    return Response.seeOther(URI.create(ADDRESS + "?done=yes")).build();
  }
}
