package org.badgebridge.keys;

import com.apicatalog.multibase.Multibase;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;

/** Ed25519 keys of the JDK in the forms that credentials need. */
final class Ed25519 {

  private static final int RAW = 32;

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
}
