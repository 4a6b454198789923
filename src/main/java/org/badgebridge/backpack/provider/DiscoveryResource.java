package org.badgebridge.backpack.provider;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.badgebridge.backpack.host.HostAddresses;

/** Where hosts learn what this server offers (Open Badges 3.0, {@code getServiceDescription}). */
@Path(HostAddresses.BASE + "/discovery")
public class DiscoveryResource {

  private final DiscoveryDocument document;

  @Inject
  DiscoveryResource(DiscoveryDocument document) {
    this.document = document;
  }

  /** Public, and the same for everybody: any page of any site may read it. */
  @GET
  public Response show() {
    return Response.ok(document.document().toString(), MediaType.APPLICATION_JSON_TYPE)
        .header("Access-Control-Allow-Origin", "*")
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
        .build();
  }
}
