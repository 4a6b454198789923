package org.badgebridge.verification.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import org.badgebridge.verification.reading.Members;
import org.badgebridge.verification.reading.Unreadable;
import org.badgebridge.verification.source.NotServed;
import org.badgebridge.verification.source.Visit;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Probe;
import org.jspecify.annotations.Nullable;

/**
 * Whether a key that a token brings along, or names by an address, is the issuer's. Anybody can
 * sign with a key of their own and write another issuer's name beside it, so the issuer must say
 * so: in its DID document, or in the key set of its host (Open Badges 3.0 Implementation Guide).
 */
final class Provenance {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String KEY_SET = "/.well-known/jwks.json";

  private final String issuer;
  private final Visit visit;
  private final Findings findings;

  Provenance(String issuer, Visit visit, Findings findings) {
    this.issuer = issuer;
    this.visit = visit;
    this.findings = findings;
  }

  /** The key at an address: one JWK, or the one of that name in a set; null if there is none. */
  @Nullable Method byAddress(String address) {
    try {
      JsonObject answer = visit.json(address);
      JsonObject key = answer.containsKey("kty") ? answer : named(answer, address);
      if (Method.parse(key).isEmpty()) {
        findings.failed(Probe.KEY, "key.no-key", address);
        return null;
      }
      if (address.startsWith(issuer + "/")) {
        KeyOwner.known(issuer, findings);
      } else if (isAtHome(address)) {
        neighbour(key);
      } else {
        listed(key);
      }
      return method(key);
    } catch (Unreadable fault) {
      findings.failed(Probe.KEY, fault.key(), fault.arguments());
    } catch (NotServed silence) {
      findings.unknown(Probe.KEY, silence.key(), silence.host());
    }
    return null;
  }

  private boolean isAtHome(String address) {
    String host = KeyOwner.domain(issuer);
    return !host.isEmpty() && host.equalsIgnoreCase(Visit.host(address));
  }

  /** On the issuer's host, which others may share: better if the issuer lists it. */
  private void neighbour(JsonObject key) {
    try {
      if (isListed(key)) {
        KeyOwner.known(issuer, findings);
        return;
      }
    } catch (Unreadable | NotServed e) {
      // keeps no list, or none that answers
    }
    findings.warns(Probe.KEY, "key.neighbour", KeyOwner.domain(issuer));
  }

  /** The key in the token's own header. */
  Method brought(JsonObject key) {
    try {
      listed(key);
    } catch (Unreadable fault) {
      findings.failed(Probe.KEY, "key.stranger", issuer);
    } catch (NotServed silence) {
      findings.unknown(Probe.KEY, silence.key(), silence.host());
    }
    return method(key);
  }

  private void listed(JsonObject key) {
    if (isListed(key)) {
      KeyOwner.known(issuer, findings);
    } else {
      findings.failed(Probe.KEY, "key.stranger", issuer);
    }
  }

  private boolean isListed(JsonObject key) {
    String wanted = thumbprint(key);
    return !wanted.isEmpty()
        && ofIssuer().stream().map(Provenance::thumbprint).anyMatch(wanted::equals);
  }

  private List<JsonObject> ofIssuer() {
    if (issuer.startsWith("did:web:")) {
      return new Controllers(visit)
          .assertionMethods(issuer).stream()
              .map(each -> Members.object(each, "publicKeyJwk"))
              .toList();
    }
    String host = Visit.host(issuer);
    if (host.isEmpty() || !issuer.startsWith("https://")) {
      return List.of();
    }
    String root = issuer.substring(0, rootEnd());
    return Members.objects(visit.json(root + KEY_SET), "keys");
  }

  private int rootEnd() {
    int path = issuer.indexOf('/', "https://".length());
    return path < 0 ? issuer.length() : path;
  }

  private static JsonObject named(JsonObject set, String address) {
    return Members.objects(set, "keys").stream()
        .filter(each -> Members.text(each, "kid").equals(address))
        .findFirst()
        .orElse(JsonValue.EMPTY_JSON_OBJECT);
  }

  private Method method(JsonObject key) {
    return new Method(issuer, true, JSON.createObjectBuilder().add("publicKeyJwk", key).build());
  }

  /** RFC 7638; empty for what is no key. */
  private static String thumbprint(JsonObject key) {
    Optional<JWK> jwk = Method.parse(key);
    try {
      return jwk.isEmpty() ? "" : jwk.get().computeThumbprint().toString();
    } catch (JOSEException e) {
      return "";
    }
  }
}
