package org.badgebridge.demo.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.badgebridge.demo.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * A message of the campus before it is sealed: right as it comes, and every part of it can be made
 * wrong, which is what negative tests need. Immutable; each change gives a new one.
 *
 * @param json the payload instead of the claims, for payloads that no map can hold, or null
 * @param keyId the {@code kid} of the header, or null for none
 * @param secret signs with HMAC instead of the key, or null
 */
public record IdToken(
    Map<String, Object> claims,
    @Nullable String json,
    JWSAlgorithm algorithm,
    @Nullable String keyId,
    RSAKey key,
    @Nullable String secret) {

  /** A message of these claims. */
  public static IdToken of(Map<String, Object> claims, RSAKey key) {
    return new IdToken(claims, null, JWSAlgorithm.RS256, key.getKeyID(), key, null);
  }

  /** Puts a claim, in the place of what it held. */
  public IdToken with(String claim, Object value) {
    var changed = new LinkedHashMap<>(claims);
    changed.put(claim, value);
    return new IdToken(changed, json, algorithm, keyId, key, secret);
  }

  public IdToken without(String claim) {
    var changed = new LinkedHashMap<>(claims);
    changed.remove(claim);
    return new IdToken(changed, json, algorithm, keyId, key, secret);
  }

  /** Signs this text instead of the claims: duplicate members, broken JSON. */
  public IdToken payload(String text) {
    return new IdToken(claims, text, algorithm, keyId, key, secret);
  }

  public IdToken keyId(@Nullable String kid) {
    return new IdToken(claims, json, algorithm, kid, key, secret);
  }

  /** Signs with another key under the same {@code kid}. */
  public IdToken signedBy(RSAKey other) {
    return new IdToken(claims, json, algorithm, keyId, other, secret);
  }

  /** Signs with another RSA algorithm. */
  public IdToken algorithm(JWSAlgorithm other) {
    return new IdToken(claims, json, other, keyId, key, secret);
  }

  /** Signs with HS256 and this secret of at least 32 characters. */
  public IdToken signedWithSecret(String shared) {
    return new IdToken(claims, json, JWSAlgorithm.HS256, keyId, key, shared);
  }

  /** The payload as it will be signed. */
  public String payload() {
    return json == null ? Json.write(claims) : json;
  }

  /** The token with {@code alg} none and no signature. */
  public String unsigned() {
    return new PlainObject(new PlainHeader(), new Payload(payload())).serialize();
  }

  /** The sealed token. */
  public String serialize() {
    var header = new JWSHeader.Builder(algorithm).keyID(keyId);
    var message = new JWSObject(header.build(), new Payload(payload()));
    try {
      message.sign(signer());
      return message.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private JWSSigner signer() throws JOSEException {
    return secret == null ? new RSASSASigner(key) : new MACSigner(secret);
  }
}
