package org.badgebridge.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.badgebridge.external.Answer;
import org.badgebridge.external.Call;
import org.badgebridge.external.ExternalNonsense;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.external.Outbound;
import org.badgebridge.keys.Tokens;
import org.badgebridge.keys.ToolKeys;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens for the services of platforms (1EdTech Security Framework §4.1): client credentials
 * with a signed assertion, kept until a minute before they end.
 */
@ApplicationScoped
class AccessTokens {

  private static final String DEPLOYMENT_CLAIM =
      "https://purl.imsglobal.org/spec/lti/claim/deployment_id";
  private static final Duration ASSERTION_LIFE = Duration.ofMinutes(5);
  private static final Duration UNSAID_LIFE = Duration.ofMinutes(5);
  private static final Duration EARLY = Duration.ofSeconds(60);

  /** Moodle refuses an assertion from its own future, so ours is a little old. */
  private static final Duration BACK_DATED = Duration.ofSeconds(5);

  private final Outbound outbound;
  private final Supplier<RSAKey> signing;
  private final Clock clock;
  private final ConcurrentMap<Key, Held> held = new ConcurrentHashMap<>();

  @Inject
  AccessTokens(Outbound outbound, ToolKeys toolKeys, Clock clock) {
    this(outbound, toolKeys::signing, clock);
  }

  AccessTokens(Outbound outbound, Supplier<RSAKey> signing, Clock clock) {
    this.outbound = outbound;
    this.signing = signing;
    this.clock = clock;
  }

  /** What a token is good for; a registration that is edited gets new ones. */
  private record Key(
      String tokenUrl,
      String clientId,
      String audience,
      @Nullable String deployment,
      String scope) {

    static Key of(Platform platform, @Nullable String deployment, String scope) {
      String audience = platform.authAudience();
      return new Key(
          platform.authTokenUrl(),
          platform.clientId(),
          audience == null ? platform.authTokenUrl() : audience,
          deployment,
          String.join(" ", Scope.parse(scope).toStringList().stream().sorted().toList()));
    }
  }

  private record Held(String token, Instant until) {}

  /**
   * A token that allows all of the scope.
   *
   * @param deployment the platform's id of the deployment it is for, or null if it has several
   * @throws ExternalRefusal if the platform does not grant it
   * @throws ExternalUnavailable if it may do so later
   */
  String token(Platform platform, @Nullable String deployment, String scope) {
    Key key = Key.of(platform, deployment, scope);
    Held known = held.get(key);
    if (known != null && clock.instant().isBefore(known.until)) {
      return known.token;
    }
    Held fetched = fetch(key);
    held.put(key, fetched);
    return fetched.token;
  }

  /** Forgets a token that the platform no longer takes. */
  void drop(Platform platform, @Nullable String deployment, String scope) {
    held.remove(Key.of(platform, deployment, scope));
  }

  private Held fetch(Key key) {
    URI address = URI.create(key.tokenUrl);
    HTTPRequest request =
        new TokenRequest.Builder(address, assertion(key), new ClientCredentialsGrant())
            .scope(Scope.parse(key.scope))
            .build()
            .toHTTPRequest();
    Answer answer =
        outbound.send(
            new Call(
                "POST",
                address,
                Map.of(
                    "Content-Type", "application/x-www-form-urlencoded",
                    "Accept", "application/json"),
                request.getBody().getBytes(StandardCharsets.UTF_8)));
    return read(key, answer);
  }

  private Held read(Key key, Answer answer) {
    HTTPResponse response = new HTTPResponse(answer.status());
    response.setHeader("Content-Type", "application/json");
    response.setBody(answer.text());
    TokenResponse parsed;
    try {
      parsed = TokenResponse.parse(response);
    } catch (ParseException e) {
      answer.orThrow(key.tokenUrl);
      throw new ExternalNonsense(key.tokenUrl + " answered no token: nonsense", e);
    }
    if (!parsed.indicatesSuccess()) {
      if (answer.status() >= 500 || answer.status() == 429) {
        answer.orThrow(key.tokenUrl);
      }
      String code = parsed.toErrorResponse().getErrorObject().getCode();
      throw new TokenRefused(
          key.tokenUrl + " refused a token: " + (code == null ? answer.status() : code),
          answer.status());
    }
    AccessToken token = parsed.toSuccessResponse().getTokens().getAccessToken();
    // "The scope of the access token", if not identical to the scope requested (RFC 6749 §5.1)
    Scope granted = token.getScope();
    if (granted != null && !granted.containsAll(Scope.parse(key.scope))) {
      throw new TokenRefused(key.tokenUrl + " grants less than " + key.scope, answer.status());
    }
    Duration life =
        token.getLifetime() <= 0 ? UNSAID_LIFE : Duration.ofSeconds(token.getLifetime());
    return new Held(token.getValue(), clock.instant().plus(life).minus(EARLY));
  }

  private PrivateKeyJWT assertion(Key key) {
    Instant now = clock.instant();
    RSAKey signer = signing.get();
    try {
      JWTClaimsSet.Builder claims =
          new JWTClaimsSet.Builder(
              new JWTAuthenticationClaimsSet(
                      new ClientID(key.clientId),
                      List.of(new Audience(key.audience)),
                      Date.from(now.plus(ASSERTION_LIFE)),
                      null,
                      Date.from(now.minus(BACK_DATED)),
                      new JWTID(Tokens.random()))
                  .toJWTClaimsSet());
      claims.audience(key.audience); // as a string: some platforms cannot read a list of one
      if (key.deployment != null) {
        claims.claim(DEPLOYMENT_CLAIM, key.deployment);
      }
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256)
                  .keyID(signer.getKeyID())
                  .type(com.nimbusds.jose.JOSEObjectType.JWT)
                  .build(),
              claims.build());
      jwt.sign(new RSASSASigner(signer));
      return new PrivateKeyJWT(jwt);
    } catch (JOSEException e) {
      throw new IllegalStateException("the tool's key does not sign", e);
    }
  }
}
