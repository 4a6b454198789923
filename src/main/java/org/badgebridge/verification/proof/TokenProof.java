package org.badgebridge.verification.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.badgebridge.credential.Canonical;
import org.badgebridge.credential.Contexts;
import org.badgebridge.verification.reading.CredentialJson;
import org.badgebridge.verification.reading.Members;
import org.badgebridge.verification.source.Visit;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Probe;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a badge that is a token (Open Badges 3.0 §8.2, VC-JWT), also in the form of W3C
 * VC-JOSE-COSE, which its header tells. The algorithm is one of a few that we choose; nothing in
 * the token can talk us into another.
 */
final class TokenProof {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final Set<String> HEADER = Set.of("alg", "kid", "jwk", "typ");
  private static final Pattern JOSE = Pattern.compile("(application/)?vc\\+(ld\\+json\\+)?jwt");

  private final Canonical canonical;
  private final Terms terms;

  TokenProof(Contexts contexts) {
    this.canonical = new Canonical(contexts);
    this.terms = new Terms(contexts);
  }

  /** The credential in a token, without what the token adds to it. */
  static CredentialJson credential(Token token) {
    JsonObjectBuilder credential = JSON.createObjectBuilder(token.payload());
    TokenClaims.NAMES.forEach(credential::remove);
    return new CredentialJson(credential.build());
  }

  void check(Token token, Visit visit, Instant now, Findings findings) {
    CredentialJson credential = credential(token);
    String algorithm = Members.text(token.header(), "alg");
    if (algorithm.isEmpty() || algorithm.equalsIgnoreCase("none") || algorithm.startsWith("HS")) {
      findings.failed(Probe.SIGNATURE, "signature.algorithm", algorithm);
      return; // no key that is public can make it
    }
    if (!TokenSignature.ALGORITHMS.contains(algorithm)) {
      findings.unknown(Probe.FORMAT, "format.unsupported", "JWT " + algorithm);
      return;
    }
    boolean jose = JOSE.matcher(Members.text(token.header(), "typ")).matches();
    findings.passed(Probe.FORMAT, jose ? "format.jose" : "format.jwt", algorithm);
    header(token.header(), jose, findings);
    TokenClaims.check(token.payload(), credential, jose, findings);
    if (jose && TokenClaims.isOver(token.payload(), now)) {
      findings.failed(Probe.SIGNATURE, "signature.expired");
    }
    JsonObject document = credential.unsigned();
    terms.with(document, findings, () -> canonical.nquads(document));
    Method method = method(token.header(), credential.issuerId(), visit, findings);
    if (method == null) {
      findings.unknown(Probe.SIGNATURE, "signature.no-key");
    } else if (TokenSignature.holds(token, algorithm, method)) {
      findings.passed(Probe.SIGNATURE, "signature.passed");
    } else {
      findings.failed(Probe.SIGNATURE, "signature.failed");
    }
  }

  private static void header(JsonObject header, boolean jose, Findings findings) {
    String type = Members.text(header, "typ");
    if (header.containsKey("crit")) {
      findings.failed(Probe.CLAIMS, "claims.header", "crit");
    } else if (header.containsKey("typ") && !jose && !type.equals("JWT")) {
      findings.failed(Probe.CLAIMS, "claims.header", "typ");
    } else if (Members.object(header, "jwk").containsKey("d")) {
      findings.failed(Probe.CLAIMS, "claims.private-key");
    }
    header.keySet().stream()
        .filter(name -> !HEADER.contains(name) && !(jose && name.equals("cty")))
        .findFirst()
        .ifPresent(name -> findings.warns(Probe.CLAIMS, "claims.stray-header", name));
  }

  /** With both, the name counts (§8.2.4.1). */
  private static @Nullable Method method(
      JsonObject header, String issuer, Visit visit, Findings findings) {
    String name = Members.text(header, "kid");
    JsonObject jwk = Members.object(header, "jwk");
    if (name.startsWith("did:") || name.contains("#")) {
      Method method = Controllers.find(name, visit, findings);
      if (method != null) {
        KeyOwner.check(method, issuer, findings);
      }
      return method;
    }
    Provenance provenance = new Provenance(issuer, visit, findings);
    if (!name.isEmpty()) {
      return provenance.byAddress(name);
    }
    if (jwk.isEmpty()) {
      findings.failed(Probe.KEY, "key.none");
      return null;
    }
    return provenance.brought(jwk);
  }
}
