package org.badgebridge.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.keys.Digests;
import org.badgebridge.keys.Sealer;
import org.badgebridge.keys.Tokens;
import org.badgebridge.login.LoginRefused.Why;
import org.badgebridge.login.LoginState.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Sends a browser to a provider: authorization code flow (OpenID Connect Core 1.0 §3.1.2.1) with
 * PKCE (RFC 7636). Writes nothing.
 */
@ApplicationScoped
public class BeginLogin {

  /** How long somebody may take at the provider. */
  public static final Duration LASTS = Duration.ofMinutes(15);

  static final String SEAL = "openid-login";
  private static final String SCOPE = "openid profile email";

  private final OpenIdProviders providers;
  private final Sealer sealer;
  private final PublicOrigin origin;
  private final Clock clock;

  @Inject
  public BeginLogin(OpenIdProviders providers, Sealer sealer, PublicOrigin origin, Clock clock) {
    this.providers = providers;
    this.sealer = sealer;
    this.origin = origin;
    this.clock = clock;
  }

  /**
   * The provider's address for somebody who opens their backpack.
   *
   * @param browser what a cookie of this browser holds
   * @throws LoginRefused if the institution has no provider that is switched on
   */
  public URI enter(UUID institutionId, String browser, Locale language) {
    return begin(open(institutionId), new Wish(Purpose.ENTER, null), browser, language);
  }

  /** The same for the owner of an open backpack who adds the login to it. */
  public URI link(UUID institutionId, UUID personId, String browser, Locale language) {
    return begin(open(institutionId), new Wish(Purpose.LINK, personId), browser, language);
  }

  /** The same for an administrator who looks what comes, also while it is switched off. */
  URI test(OpenIdProvider provider, UUID accountId, String browser, Locale language) {
    return begin(provider, new Wish(Purpose.TEST, accountId), browser, language);
  }

  /** Where a provider sends its answers; known before the institution sets anything up. */
  public static String redirect(PublicOrigin origin, UUID institutionId) {
    return origin.at("/login/" + institutionId);
  }

  private record Wish(Purpose purpose, @Nullable UUID subjectId) {}

  private OpenIdProvider open(UUID institutionId) {
    return providers
        .of(institutionId)
        .filter(OpenIdProvider::enabled)
        .orElseThrow(() -> new LoginRefused(Why.CLOSED));
  }

  private URI begin(OpenIdProvider provider, Wish wish, String browser, Locale language) {
    LoginState state =
        new LoginState(
            UUID.randomUUID(),
            provider.institutionId(),
            wish.purpose(),
            wish.subjectId(),
            Tokens.random(),
            Tokens.random(),
            Digests.sha256(browser),
            clock.instant().plus(LASTS));
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("scope", SCOPE);
    query.put("client_id", provider.clientId());
    query.put("redirect_uri", redirect(origin, provider.institutionId()));
    query.put("state", sealer.sealToText(state.bytes(), SEAL));
    query.put("nonce", state.nonce());
    query.put("code_challenge", Digests.sha256(state.verifier()));
    query.put("code_challenge_method", "S256");
    query.put("ui_locales", language.toLanguageTag());
    String address = provider.metadata().authorizationEndpoint().toString();
    return URI.create(address + (address.contains("?") ? "&" : "?") + encoded(query));
  }

  /** As forms are written: {@code application/x-www-form-urlencoded}. */
  static String encoded(Map<String, String> values) {
    return values.entrySet().stream()
        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
