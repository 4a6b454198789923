package org.badgebridge.backpack.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.badgebridge.backpack.host.HostAddresses;
import org.badgebridge.backpack.host.HostConnection;
import org.badgebridge.backpack.host.HostScope;
import org.jspecify.annotations.Nullable;

/**
 * Where hosts read whose backpack it is (Open Badges 3.0, {@code getProfile}): the id by which
 * badges name their owner, and nothing else.
 */
@Path(HostAddresses.BASE + "/profile")
public class ProfileResource {

  private final LetHostIn letting;

  @Inject
  ProfileResource(LetHostIn letting) {
    this.letting = letting;
  }

  @GET
  public Response show(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    HostConnection connection = letting.admit(authorization, HostScope.PROFILE);
    ObjectNode profile =
        JsonNodeFactory.instance.objectNode().put("id", "urn:uuid:" + connection.personId());
    profile.putArray("type").add("Profile");
    return Response.ok(profile.toString(), MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Says that it cannot be changed from outside. */
  @PUT
  public Response change() {
    throw new ReadRefused(
        StatusInfo.NOT_ALLOWED, "profiles are read here only; discovery names what is offered");
  }
}
