package org.badgebridge.keys;

import com.apicatalog.multibase.Multibase;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Ed25519 keys of the JDK in the forms that credentials need. */
public final class Ed25519 {

  private static final int RAW = 32;

  /** No Multikey is longer; decoding takes time with the square of the length. */
  private static final int LONGEST = 100;

  /** What stands before the 32 bytes in a SubjectPublicKeyInfo (RFC 8410 §4). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final BigInteger PRIME =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

  /** The y of all points whose multiple by eight is nothing: of order 1, 4, 2 and 8. */
  private static final Set<BigInteger> SMALL_ORDER =
      Set.of(
          BigInteger.ONE,
          BigInteger.ZERO,
          PRIME.subtract(BigInteger.ONE),
          new BigInteger("5fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16),
          new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16));

  private Ed25519() {}

  static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java since 15 has Ed25519", e);
    }
  }

  static PrivateKey open(byte[] pkcs8) {
    try {
      return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the sealed bytes are no Ed25519 key", e);
    }
  }

  /**
   * The public key as Multikey: base58btc of {@code 0xed 0x01} and the 32 bytes of RFC 8032 §5.1.2.
   */
  static String multibase(EdECPublicKey key) {
    byte[] multikey = new byte[2 + RAW];
    multikey[0] = (byte) 0xed;
    multikey[1] = 0x01;
    byte[] y = key.getPoint().getY().toByteArray(); // big endian, perhaps with a leading zero
    for (int i = 0; i < Math.min(RAW, y.length); i++) {
      multikey[2 + i] = y[y.length - 1 - i];
    }
    if (key.getPoint().isXOdd()) {
      multikey[1 + RAW] |= (byte) 0x80;
    }
    return Multibase.BASE_58_BTC.encode(multikey);
  }

  /** The public key that a Multikey names; empty if it is none of Ed25519. */
  public static Optional<PublicKey> key(String multibase) {
    if (multibase.length() > LONGEST || !multibase.startsWith("z")) {
      return Optional.empty();
    }
    byte[] multikey;
    try {
      multikey = Multibase.BASE_58_BTC.decode(multibase);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return multikey.length == 2 + RAW && multikey[0] == (byte) 0xed && multikey[1] == 0x01
        ? key(Arrays.copyOfRange(multikey, 2, 2 + RAW))
        : Optional.empty();
  }

  /**
   * The public key of these 32 bytes; empty if they are not so many, no point of the curve, or one
   * for which anybody can sign.
   */
  public static Optional<PublicKey> key(byte[] raw) {
    if (raw.length != RAW || isWeak(raw)) {
      return Optional.empty();
    }
    byte[] encoded = Arrays.copyOf(X509, X509.length + RAW);
    System.arraycopy(raw, 0, encoded, X509.length, RAW);
    try {
      return Optional.of(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether a point is of small order, or written with more than the prime (RFC 8032 §5.1.3): the
   * JDK verifies with both.
   */
  private static boolean isWeak(byte[] raw) {
    byte[] big = new byte[RAW];
    for (int i = 0; i < RAW; i++) {
      big[i] = raw[RAW - 1 - i];
    }
    big[0] &= 0x7f; // which of two x
    BigInteger y = new BigInteger(1, big);
    return y.compareTo(PRIME) >= 0 || SMALL_ORDER.contains(y);
  }

  /** Whether it is the key's signature of the message (RFC 8032 §5.1.7). */
  public static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // of another length, or with a key that is none
    }
  }
}
