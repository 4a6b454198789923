package org.badgebridge.demo.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import org.badgebridge.demo.http.Refusal;

/** Checks common to what tools sign. */
final class Assertions {

  private Assertions() {}

  /** Whose token this claims to be; to be believed only after the signature is checked. */
  static String unverifiedSubject(String token) {
    try {
      String issuer = SignedJWT.parse(token).getJWTClaimsSet().getIssuer();
      return issuer == null ? "" : issuer;
    } catch (ParseException e) {
      throw new Refusal(400, "invalid_client: not a signed token");
    }
  }

  /** Refuses a token that is over or not yet made, to the second and without leeway. */
  static void requireCurrent(JWTClaimsSet claims, Instant now) {
    Date expires = claims.getExpirationTime();
    Date issued = claims.getIssueTime();
    if (expires == null || !expires.toInstant().isAfter(now)) {
      throw new Refusal(400, "invalid_client: exp is missing or past");
    }
    if (issued == null || issued.toInstant().isAfter(now)) {
      throw new Refusal(400, "invalid_client: iat is missing or in the future");
    }
  }
}
