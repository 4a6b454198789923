package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
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
import java.util.Optional;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/** Where hosts fetch tokens (RFC 6749 §4.1.3, §6). */
@Path(HostAddresses.BASE + "/token")
public class HostTokenResource {

  private final KnowHost knowing;
  private final GiveTokens giving;
  private final HostAddresses addresses;

  @Inject
  HostTokenResource(KnowHost knowing, GiveTokens giving, HostAddresses addresses) {
    this.knowing = knowing;
    this.giving = giving;
    this.addresses = addresses;
  }

  @POST
  public Response give(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
      @Context HttpServletRequest request,
      InputStream body)
      throws IOException {
    try {
      Host host = knowing.known(authorization, request);
      TokenRequest asked =
          TokenRequest.parse(KnowHost.form(addresses.token(), type, authorization, body));
      return HostAnswers.json(200, answer(given(host, asked)));
    } catch (HostRefused refused) {
      return HostAnswers.refused(refused);
    } catch (ParseException e) {
      ErrorObject error = e.getErrorObject();
      return HostAnswers.refused(
          new HostRefused(
              error == null ? OAuth2Error.INVALID_REQUEST : error,
              PlainText.optionalLine(e.getMessage())));
    }
  }

  private GiveTokens.Given given(Host host, TokenRequest asked) {
    AuthorizationGrant grant = asked.getAuthorizationGrant();
    Optional<GiveTokens.Given> given;
    if (grant instanceof AuthorizationCodeGrant code) {
      given =
          giving.forCode(
              host,
              code.getAuthorizationCode().getValue(),
              String.valueOf(code.getRedirectionURI()),
              code.getCodeVerifier());
    } else if (grant instanceof RefreshTokenGrant refresh) {
      given = giving.forRefresh(host, refresh.getRefreshToken().getValue());
    } else {
      throw new HostRefused(
          OAuth2Error.UNSUPPORTED_GRANT_TYPE,
          "grant_type must be authorization_code or refresh_token");
    }
    return given.orElseThrow(
        () ->
            new HostRefused(
                OAuth2Error.INVALID_GRANT,
                "wrong, used or over, or not with this redirect_uri and code_verifier; ask the"
                    + " owner of the backpack again"));
  }

  private static String answer(GiveTokens.Given given) {
    return new AccessTokenResponse(
            new Tokens(
                new BearerAccessToken(
                    given.access(), given.lasts().toSeconds(), HostScope.scope(given.scopes())),
                given.refresh() == null ? null : new RefreshToken(given.refresh())))
        .toJSONObject()
        .toJSONString();
  }
}
