package org.badgebridge.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.apicatalog.multibase.Multibase;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Arrays;

/**
 * A DID that is its own public key, so that nobody has to be asked whose key it is: {@code did:key}
 * (did:key Method v0.9) and {@code did:jwk}, for Ed25519 and P-256.
 *
 * @param did without a fragment
 * @param key its public half; an {@link ECKey} on P-256 or an {@link OctetKeyPair} of Ed25519
 */
public record KeyDid(String did, JWK key) {

  private static final String DID_KEY = "did:key:";
  private static final String DID_JWK = "did:jwk:";

  /** No DID of such a key is longer; decoding base58 takes time with the square of the length. */
  private static final int LONGEST_KEY = 100;

  private static final int LONGEST_JWK = 2_000;

  /** How a Multikey of P-256 begins: 0x1200 as varint. */
  private static final byte[] P_256 = {(byte) 0x80, 0x24};

  /** Of a bare key: the {@code did:jwk} of what it needs. */
  public static KeyDid of(JWK jwk) {
    JWK key = accepted(jwk);
    String json = JSONObjectUtils.toJSONString(key.getRequiredParams());
    return new KeyDid(DID_JWK + Base64URL.encode(json), key);
  }

  /**
   * Of a DID, or of a DID URL of its one key.
   *
   * @throws KeyRefused if it is of another method, names another key, or its key is not good
   */
  public static KeyDid of(String url) {
    int fragment = url.indexOf('#');
    String did = fragment < 0 ? url : url.substring(0, fragment);
    String one = fragment < 0 ? "" : url.substring(fragment);
    if (did.startsWith(DID_JWK) && (one.isEmpty() || one.equals("#0"))) {
      return new KeyDid(did, ofJwk(did.substring(DID_JWK.length())));
    }
    String multibase = did.startsWith(DID_KEY) ? did.substring(DID_KEY.length()) : "";
    if (!multibase.isEmpty() && (one.isEmpty() || one.equals("#" + multibase))) {
      return new KeyDid(did, ofMultikey(multibase));
    }
    throw new KeyRefused("the DID must be did:key with its own key, or did:jwk with #0");
  }

  /** The same for each way of writing one key: its SHA-256 thumbprint (RFC 7638). */
  public String thumbprint() {
    try {
      return key.computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static JWK ofJwk(String encoded) {
    if (encoded.length() > LONGEST_JWK) {
      throw new KeyRefused("a did:jwk is not so long");
    }
    try {
      return accepted(JWK.parse(new String(new Base64URL(encoded).decode(), UTF_8)));
    } catch (ParseException e) {
      throw new KeyRefused("the did:jwk holds no key");
    }
  }

  private static JWK ofMultikey(String multibase) {
    if (multibase.length() > LONGEST_KEY || !multibase.startsWith("z")) {
      throw new KeyRefused("a did:key begins with z");
    }
    if (Ed25519.key(multibase).isPresent()) {
      byte[] bytes = Multibase.BASE_58_BTC.decode(multibase);
      Base64URL x = Base64URL.encode(Arrays.copyOfRange(bytes, 2, bytes.length));
      return new OctetKeyPair.Builder(Curve.Ed25519, x).build();
    }
    byte[] bytes;
    try {
      bytes = Multibase.BASE_58_BTC.decode(multibase);
    } catch (IllegalArgumentException e) {
      throw new KeyRefused("the did:key is not in base58");
    }
    if (bytes.length < 2 || !Arrays.equals(Arrays.copyOf(bytes, 2), P_256)) {
      throw new KeyRefused("the did:key holds no good key of Ed25519 or P-256");
    }
    return P256.key(Arrays.copyOfRange(bytes, 2, bytes.length))
        .orElseThrow(() -> new KeyRefused("the did:key holds no point of P-256"));
  }

  private static JWK accepted(JWK jwk) {
    if (jwk.isPrivate()) {
      throw new KeyRefused("never send a private key; make a new one");
    }
    if (jwk instanceof ECKey key && Curve.P_256.equals(key.getCurve())) {
      return jwk;
    }
    if (jwk instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve())) {
      if (Ed25519.key(pair.getDecodedX()).isEmpty()) {
        throw new KeyRefused("x is no good key of Ed25519");
      }
      return jwk;
    }
    throw new KeyRefused("the key must be one of Ed25519, or on the curve P-256");
  }
}
