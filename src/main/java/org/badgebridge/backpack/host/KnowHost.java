package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.badgebridge.web.Guesses;
import org.badgebridge.web.Link;
import org.jspecify.annotations.Nullable;

/** Knows a host by its id and secret ({@code client_secret_basic}, RFC 6749 §2.3.1). */
@ApplicationScoped
class KnowHost {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int LARGEST = 16 * 1024;

  private final Hosts hosts;
  private final Guesses guesses;

  @Inject
  KnowHost(Hosts hosts, Guesses guesses) {
    this.hosts = hosts;
    this.guesses = guesses;
  }

  /**
   * The host. Only wrong secrets are counted.
   *
   * @throws HostRefused {@code invalid_client}
   */
  Host known(@Nullable String authorization, HttpServletRequest request) {
    Optional<Host> host = basic(authorization);
    if (host.isEmpty()) {
      guesses.count(request, "host secret");
      throw new HostRefused(
          OAuth2Error.INVALID_CLIENT,
          "send client_id and client_secret as HTTP Basic; a host that nobody used is forgotten"
              + " and registers anew");
    }
    return host.get();
  }

  private Optional<Host> basic(@Nullable String authorization) {
    if (authorization == null) {
      return Optional.empty();
    }
    try {
      ClientSecretBasic sent = ClientSecretBasic.parse(authorization);
      return Optional.ofNullable(Link.id(sent.getClientID().getValue()))
          .flatMap(id -> hosts.withSecret(id, sent.getClientSecret().getValue()));
    } catch (ParseException | IllegalArgumentException e) {
      return Optional.empty(); // refused above, as a wrong secret is
    }
  }

  /**
   * A form as the library reads it.
   *
   * @throws HostRefused if it is none, or too large
   */
  static HTTPRequest form(
      String address, @Nullable String type, @Nullable String authorization, InputStream body)
      throws IOException {
    String form = HostAnswers.text(body, LARGEST);
    if (form == null || !HostAnswers.is(type, FORM)) {
      throw new HostRefused(OAuth2Error.INVALID_REQUEST, "send " + FORM + ", up to 16 KB");
    }
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, URI.create(address));
    request.setHeader("Content-Type", FORM);
    request.setAuthorization(authorization);
    request.setBody(form);
    return request;
  }
}
