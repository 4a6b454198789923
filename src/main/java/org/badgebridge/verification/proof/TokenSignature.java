package org.badgebridge.verification.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import org.badgebridge.keys.Ed25519;
import org.jspecify.annotations.Nullable;

/** Verifies the signature of a token with the algorithms that badges use. */
final class TokenSignature {

  /** RS256 and ES256 are those of Open Badges 3.0 §8.2; the last two are one (RFC 9864 §2.2). */
  static final Set<String> ALGORITHMS = Set.of("RS256", "ES256", "EdDSA", "Ed25519");

  private static final int SHORTEST_RSA = 2048;

  private TokenSignature() {}

  /** Whether the key made it, by that algorithm. */
  static boolean holds(Token token, String algorithm, Method method) {
    if (algorithm.startsWith("Ed")) {
      Optional<PublicKey> key = method.ed25519();
      return key.isPresent()
          && Ed25519.verifies(key.get(), token.signed(), token.signature().decode());
    }
    return method.jwk().map(key -> holds(token, algorithm, key)).orElse(false);
  }

  private static boolean holds(Token token, String algorithm, JWK key) {
    try {
      JWSVerifier verifier = verifier(algorithm, key);
      // the header is read again from the bytes that were signed
      String signed = new String(token.signed(), StandardCharsets.US_ASCII);
      JWSHeader header = JWSHeader.parse(new Base64URL(signed.substring(0, signed.indexOf('.'))));
      return verifier != null
          && header.getAlgorithm().getName().equals(algorithm)
          && verifier.verify(header, token.signed(), token.signature());
    } catch (JOSEException | ParseException e) {
      return false;
    }
  }

  private static @Nullable JWSVerifier verifier(String algorithm, JWK key) throws JOSEException {
    if (algorithm.equals("RS256") && key instanceof RSAKey rsa && rsa.size() >= SHORTEST_RSA) {
      return new RSASSAVerifier(rsa.toRSAPublicKey());
    }
    if (algorithm.equals("ES256") && key instanceof ECKey ec) {
      return new ECDSAVerifier(ec);
    }
    return null;
  }
}
