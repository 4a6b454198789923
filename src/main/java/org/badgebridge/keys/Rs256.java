package org.badgebridge.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** RSA keys that sign JSON Web Signatures, as they are made, stored and read again. */
final class Rs256 {

  private static final int BITS = 2048;

  private Rs256() {}

  static RSAKey generate() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java has RSA", e);
    }
  }

  /** The row of a key that signs from now on. */
  static SigningKey store(
      RSAKey key, SigningKey.Purpose purpose, @Nullable UUID ownerId, Sealer sealer, Instant now) {
    return new SigningKey(
        purpose,
        SigningKey.Algorithm.RS256,
        ownerId,
        key.getKeyID(),
        key.toPublicJWK().toJSONString(),
        key.toJSONString().getBytes(StandardCharsets.UTF_8),
        sealer,
        now);
  }

  /** The public half of a stored key. */
  static RSAKey published(SigningKey key) {
    try {
      return RSAKey.parse(key.publicKey());
    } catch (ParseException e) {
      throw new IllegalStateException("stored key " + key.kid() + " is no JWK", e);
    }
  }

  /** A stored key that can sign. */
  static RSAKey open(SigningKey key, Sealer sealer) {
    try {
      return RSAKey.parse(new String(key.open(sealer), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException("sealed key " + key.kid() + " is no JWK", e);
    }
  }
}
