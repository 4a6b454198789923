package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/** Where a host gives its tokens back (RFC 7009): with one, all of that connection end. */
@Path(HostAddresses.BASE + "/revoke")
public class RevokeResource {

  private final KnowHost knowing;
  private final GiveTokens giving;
  private final HostAddresses addresses;

  @Inject
  RevokeResource(KnowHost knowing, GiveTokens giving, HostAddresses addresses) {
    this.knowing = knowing;
    this.giving = giving;
    this.addresses = addresses;
  }

  /**
   * "…responds with HTTP status code 200 if … or if the client submitted an invalid token" (§2.2).
   */
  @POST
  public Response revoke(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
      @Context HttpServletRequest request,
      InputStream body)
      throws IOException {
    try {
      Host host = knowing.known(authorization, request);
      TokenRevocationRequest asked =
          TokenRevocationRequest.parse(
              KnowHost.form(addresses.revoke(), type, authorization, body));
      giving.revoke(host, asked.getToken().getValue());
      return HostAnswers.json(200, "{}");
    } catch (HostRefused refused) {
      return HostAnswers.refused(refused);
    } catch (ParseException e) {
      return HostAnswers.refused(
          new HostRefused(OAuth2Error.INVALID_REQUEST, PlainText.optionalLine(e.getMessage())));
    }
  }
}
