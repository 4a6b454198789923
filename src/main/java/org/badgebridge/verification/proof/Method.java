package org.badgebridge.verification.proof;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import jakarta.json.JsonObject;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.Optional;
import org.badgebridge.keys.Ed25519;
import org.badgebridge.verification.reading.Members;

/**
 * A verification method (Controlled Identifiers 1.0 §2.2): a public key and whose it is.
 *
 * @param controller who says that the key is theirs
 * @param asserts whether the controller lets it sign claims ({@code assertionMethod})
 */
record Method(String controller, boolean asserts, JsonObject document) {

  /** The Ed25519 key; empty if it is another. */
  Optional<PublicKey> ed25519() {
    String multibase = Members.text(document, "publicKeyMultibase");
    return multibase.isEmpty() ? jwk().flatMap(Method::ed25519) : Ed25519.key(multibase);
  }

  /** The same of a JWK (RFC 8037 §2). */
  static Optional<PublicKey> ed25519(JWK key) {
    return key instanceof OctetKeyPair pair && pair.getCurve().getName().equals("Ed25519")
        ? Ed25519.key(pair.getDecodedX())
        : Optional.empty();
  }

  /** The key as JWK; empty if it is told otherwise. */
  Optional<JWK> jwk() {
    return parse(Members.object(document, "publicKeyJwk"));
  }

  /** A JWK; empty if it is none. */
  static Optional<JWK> parse(JsonObject key) {
    try {
      return key.isEmpty() ? Optional.empty() : Optional.of(JWK.parse(key.toString()));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
