package org.badgebridge.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.badgebridge.login.LoginRefused.Why;
import org.badgebridge.platform.PublishedKeys;
import org.badgebridge.platform.UnknownKey;

/**
 * Decides whether an id_token was made by the provider, for us, for this login, and now: OpenID
 * Connect Core 1.0 §3.1.3.7, in its order. Algorithm, key and limits are ours; nothing that the
 * token says of itself is followed.
 */
@ApplicationScoped
class IdTokens {

  /** How much clocks may differ. */
  static final Duration LEEWAY = Duration.ofSeconds(60);

  /** The age from which a token is too old for a login that has just been made. */
  static final Duration OLDEST = Duration.ofMinutes(10);

  private static final int LONGEST = 64 * 1024;
  private static final int LONGEST_SUBJECT = 255;

  private final KeySource keys;
  private final Clock clock;

  @Inject
  IdTokens(PublishedKeys keys, Clock clock) {
    this(keys::key, clock);
  }

  IdTokens(KeySource keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** Where published keys come from; the network stands behind it. */
  interface KeySource {
    RSAPublicKey key(String address, String kid);
  }

  /**
   * The claims of a token that is all that.
   *
   * @throws LoginRefused if it is not
   */
  JWTClaimsSet check(String token, OpenIdProvider provider, String nonce) {
    try {
      if (token.length() > LONGEST) {
        throw new LoginRefused(Why.SIGNATURE);
      }
      JWTClaimsSet claims = verified(SignedJWT.parse(token), provider);
      // "The Issuer Identifier for the OpenID Provider MUST exactly match the value of the iss
      // (issuer) Claim."
      if (!provider.issuer().equals(claims.getIssuer())) {
        throw new LoginRefused(Why.ISSUER);
      }
      checkAudience(claims, provider.clientId());
      checkTimes(claims, clock.instant());
      // "If a nonce value was sent in the Authentication Request, a nonce Claim MUST be present and
      // its value checked to verify that it is the same value as the one that was sent"
      if (!nonce.equals(claims.getStringClaim("nonce"))) {
        throw new LoginRefused(Why.NONCE);
      }
      String subject = claims.getSubject();
      // "It MUST NOT exceed 255 ASCII characters in length" (§2)
      if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
        throw new LoginRefused(Why.CLAIMS);
      }
      return claims;
    } catch (ParseException e) {
      throw new LoginRefused(Why.CLAIMS);
    }
  }

  /** RS256 is the default of §3.1.3.7 number 7, and what every provider has to know (§15.1). */
  private JWTClaimsSet verified(SignedJWT token, OpenIdProvider provider) throws ParseException {
    JWSHeader header = token.getHeader();
    if (!JWSAlgorithm.RS256.equals(header.getAlgorithm()) || header.getKeyID() == null) {
      throw new LoginRefused(Why.SIGNATURE);
    }
    try {
      RSAPublicKey key = keys.key(provider.metadata().jwksUri().toString(), header.getKeyID());
      if (!token.verify(new RSASSAVerifier(key))) {
        throw new LoginRefused(Why.SIGNATURE);
      }
      return token.getJWTClaimsSet();
    } catch (UnknownKey | JOSEException e) {
      throw new LoginRefused(Why.SIGNATURE);
    }
  }

  private static void checkAudience(JWTClaimsSet claims, String clientId) throws ParseException {
    List<String> audience = claims.getAudience();
    // "The ID Token MUST be rejected if the ID Token does not list the Client as a valid audience,
    // or if it contains additional audiences not trusted by the Client." We trust no others.
    if (audience.isEmpty() || !audience.stream().allMatch(clientId::equals)) {
      throw new LoginRefused(Why.AUDIENCE);
    }
    String party = claims.getStringClaim("azp");
    if (party != null && !party.equals(clientId)) {
      throw new LoginRefused(Why.AUDIENCE);
    }
  }

  private static void checkTimes(JWTClaimsSet claims, Instant now) {
    Date expires = claims.getExpirationTime();
    Date issued = claims.getIssueTime();
    if (expires == null || issued == null) {
      throw new LoginRefused(Why.CLAIMS);
    }
    Instant begin = issued.toInstant();
    boolean current =
        // "The current time MUST be before the time represented by the exp Claim", give or take
        expires.toInstant().plus(LEEWAY).isAfter(now)
            && !begin.isAfter(now.plus(LEEWAY))
            // "The iat Claim can be used to reject tokens that were issued too far away"
            && begin.plus(OLDEST).isAfter(now);
    if (!current) {
      throw new LoginRefused(Why.TIME);
    }
  }
}
