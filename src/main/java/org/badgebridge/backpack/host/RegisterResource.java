package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.client.RegistrationError;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Where hosts register themselves (RFC 7591 §3), without asking anybody first. */
@Path(HostAddresses.BASE + "/register")
public class RegisterResource {

  private static final int LARGEST = 32 * 1024;

  private final RegisterHost registering;
  private final RegistrationTries tries;
  private final HostAddresses addresses;

  @Inject
  RegisterResource(RegisterHost registering, RegistrationTries tries, HostAddresses addresses) {
    this.registering = registering;
    this.tries = tries;
    this.addresses = addresses;
  }

  @POST
  public Response register(
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
      @Context HttpServletRequest request,
      InputStream body)
      throws IOException {
    try {
      tries.count(request);
      if (!HostAnswers.is(type, MediaType.APPLICATION_JSON)) {
        throw new HostRefused(RegistrationError.INVALID_CLIENT_METADATA, "send application/json");
      }
      String json = HostAnswers.text(body, LARGEST);
      if (json == null) {
        throw new HostRefused(
            new ErrorObject(RegistrationError.INVALID_CLIENT_METADATA.getCode(), null, 413),
            "send up to 32 KB");
      }
      HostMetadata.Checked checked = HostMetadata.read(json, addresses.loopback());
      return HostAnswers.json(201, registering.register(checked).toJSONObject().toJSONString());
    } catch (HostRefused refused) {
      return HostAnswers.refused(refused);
    }
  }
}
