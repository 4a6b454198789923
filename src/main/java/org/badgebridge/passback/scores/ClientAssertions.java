package org.badgebridge.passback.scores;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.UsedOnce;
import org.jspecify.annotations.Nullable;

/**
 * Checks by which a sender proves who it is: a token signed with its key, for us, young, and used
 * once (RFC 7523 §3; 1EdTech Security Framework 1.0 §4.1).
 */
@ApplicationScoped
class ClientAssertions {

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int LONGEST_ID = 1000;

  private final ClientKeys keys;
  private final UsedOnce usedOnce;
  private final PublicOrigin origin;
  private final Clock clock;

  @Inject
  ClientAssertions(ClientKeys keys, UsedOnce usedOnce, PublicOrigin origin, Clock clock) {
    this.keys = keys;
    this.usedOnce = usedOnce;
    this.origin = origin;
    this.clock = clock;
  }

  /**
   * Takes an assertion; a second time it is refused.
   *
   * @throws TokenRefused if it does not hold, with what is wrong
   */
  void take(Connector connector, String assertion) {
    JWTClaimsSet claims = verified(connector, assertion);
    // "iss" and "sub": the client_id of the OAuth client (RFC 7523 §3 items 1 and 2)
    String client = connector.id().toString();
    if (!client.equals(claims.getIssuer()) || !client.equals(claims.getSubject())) {
      throw TokenRefused.client("iss and sub must both be the client id");
    }
    Instant now = clock.instant();
    Instant ends = claims.getExpirationTime().toInstant();
    if (ends.isAfter(now.plus(LONGEST).plus(SKEW))) {
      throw TokenRefused.client("exp must be within an hour");
    }
    Date issued = claims.getIssueTime();
    if (issued != null && issued.toInstant().isAfter(now.plus(SKEW))) {
      throw TokenRefused.client("iat lies in the future: set the client's clock");
    }
    String id = claims.getJWTID();
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      throw TokenRefused.client("jti must have 1 to " + LONGEST_ID + " characters");
    }
    if (!usedOnce.use(connector.id(), "assertion\n" + id, ends.plus(SKEW))) {
      throw TokenRefused.client("this assertion was used before: each needs a jti of its own");
    }
  }

  private JWTClaimsSet verified(Connector connector, String assertion) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys.of(connector)));
    processor.setJWTClaimsSetVerifier(new Claims(ScoresKind.tokenAddress(origin, connector)));
    try {
      return processor.process(SignedJWT.parse(assertion), null);
    } catch (ParseException e) {
      throw TokenRefused.client("client_assertion is no signed JWT");
    } catch (KeySourceException e) {
      throw TokenRefused.client("the client's keys cannot be fetched");
    } catch (BadJOSEException | JOSEException e) {
      throw TokenRefused.client("the assertion does not hold: " + e.getMessage());
    }
  }

  /** Expiry, audience and the claims that must be there, by our clock. */
  private final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

    Claims(String audience) {
      super(Set.of(audience), null, Set.of("iss", "sub", "exp", "jti"), Set.of());
      setMaxClockSkew((int) SKEW.toSeconds());
    }

    @Override
    protected @Nullable Date currentTime() {
      return Date.from(clock.instant());
    }
  }
}
