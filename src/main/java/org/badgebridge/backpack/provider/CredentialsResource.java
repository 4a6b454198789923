package org.badgebridge.backpack.provider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.badgebridge.backpack.host.HostAddresses;
import org.badgebridge.backpack.host.HostConnection;
import org.badgebridge.backpack.host.HostScope;
import org.jspecify.annotations.Nullable;

/** Where hosts read badges (Open Badges 3.0, {@code getCredentials}). */
@Path(HostAddresses.BASE + "/credentials")
public class CredentialsResource {

  private final LetHostIn letting;
  private final ReadBadges reading;
  private final HostAddresses addresses;

  @Inject
  CredentialsResource(LetHostIn letting, ReadBadges reading, HostAddresses addresses) {
    this.letting = letting;
    this.reading = reading;
    this.addresses = addresses;
  }

  /** Each badge once, as the document with the proof inside; so there are no tokens beside them. */
  @GET
  public Response list(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("offset") @Nullable String offset,
      @QueryParam("since") @Nullable String since) {
    HostConnection connection = letting.admit(authorization, HostScope.CREDENTIALS);
    CredentialsQuery wanted = CredentialsQuery.read(limit, offset, since);
    ReadBadges.Part part = reading.read(connection, wanted);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode documents = body.putArray("credential");
    part.documents().forEach(each -> documents.addRawValue(new RawValue(each)));
    body.putArray("compactJwsString");
    return Response.ok(body.toString(), MediaType.APPLICATION_JSON_TYPE)
        .header("X-Total-Count", part.total())
        .header(HttpHeaders.LINK, wanted.links(addresses.credentials(), part.total()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Says that badges cannot be put in here. */
  @POST
  public Response put() {
    throw new ReadRefused(
        StatusInfo.NOT_ALLOWED, "badges are read here only; discovery names what is offered");
  }
}
