package org.badgebridge.verification.proof;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Set;
import org.badgebridge.verification.reading.CredentialJson;
import org.badgebridge.verification.reading.Members;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Probe;
import org.jspecify.annotations.Nullable;

/**
 * Whether the claims of a token say what the credential says. Programs that know tokens read the
 * claims, others the credential: where the two differ, they would see two badges.
 */
final class TokenClaims {

  /** What a token adds to the credential (RFC 7519 §4.1). */
  static final Set<String> NAMES = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti");

  private final JsonObject claims;
  private final boolean mayLack;
  private final Findings findings;

  private TokenClaims(JsonObject claims, boolean mayLack, Findings findings) {
    this.claims = claims;
    this.mayLack = mayLack;
    this.findings = findings;
  }

  /**
   * Compares them (Open Badges 3.0 §8.2.4.2).
   *
   * @param jose whether it is VC-JOSE-COSE, where claims may be left out and {@code exp} speaks of
   *     the signature only
   */
  static void check(
      JsonObject payload, CredentialJson credential, boolean jose, Findings findings) {
    TokenClaims comparing = new TokenClaims(payload, jose, findings);
    comparing.text("iss", credential.issuerId());
    comparing.text("sub", Members.text(credential.subject(), "id"));
    comparing.text("jti", credential.id());
    if (!jose) {
      comparing.moment("nbf", credential.moment("validFrom"));
      comparing.moment("exp", credential.moment("validUntil"));
    }
    findings.passed(Probe.CLAIMS, "claims.passed");
  }

  /** Whether the signature holds no longer (RFC 7519 §4.1.4). */
  static boolean isOver(JsonObject claims, Instant now) {
    return claims.containsKey("exp")
        && !(claims.get("exp") instanceof JsonNumber exp
            && exp.bigDecimalValue().doubleValue() > now.getEpochSecond());
  }

  private void text(String name, String must) {
    boolean same = claims.get(name) instanceof JsonString text && text.getString().equals(must);
    if (!same && !(mayLack && !claims.containsKey(name))) {
      findings.failed(Probe.CLAIMS, "claims.differ", name);
    }
  }

  private void moment(String name, @Nullable Instant must) {
    JsonValue claim = claims.get(name);
    boolean same =
        must == null
            ? claim == null
            : claim instanceof JsonNumber number
                && number.bigDecimalValue().doubleValue() == must.getEpochSecond();
    if (!same) {
      findings.failed(Probe.CLAIMS, "claims.differ", name);
    }
  }
}
