package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a host asks of the owner of a backpack, checked (RFC 6749 §4.1.1, RFC 7636).
 *
 * @param redirect where it wants the answer; one that it registered
 * @param scopes what it asks for, as far as it registered and we offer that
 * @param challenge PKCE, S256
 */
public record HostRequest(
    Host host, URI redirect, State state, Set<HostScope> scopes, String challenge) {

  /** Whether it wants to come again while the owner is away. */
  public boolean comesAgain() {
    return scopes.contains(HostScope.OFFLINE);
  }

  public boolean readsBadges() {
    return scopes.contains(HostScope.CREDENTIALS);
  }

  public boolean readsProfile() {
    return scopes.contains(HostScope.PROFILE);
  }

  /**
   * Takes a code to the host, with the scope as Open Badges 3.0 has it and {@code iss} (RFC 9207).
   */
  URI allowed(String code, Issuer issuer) {
    URI answer =
        new AuthorizationSuccessResponse(
                redirect, new AuthorizationCode(code), null, state, issuer, ResponseMode.QUERY)
            .toURI();
    return URI.create(
        answer
            + "&scope="
            + URLEncoder.encode(HostScope.scope(scopes).toString(), StandardCharsets.UTF_8));
  }

  /** Takes the refusal to the host. */
  URI refused(Issuer issuer) {
    return error(redirect, OAuth2Error.ACCESS_DENIED, state, issuer);
  }

  static URI error(URI redirect, ErrorObject error, @Nullable State state, Issuer issuer) {
    return new AuthorizationErrorResponse(redirect, error, state, issuer, ResponseMode.QUERY)
        .toURI();
  }
}
