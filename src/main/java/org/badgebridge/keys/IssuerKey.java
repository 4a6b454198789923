package org.badgebridge.keys;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.UUID;

/**
 * An issuer's Ed25519 key that can sign.
 *
 * @param id of the stored key, kept with what it signed
 * @param multibase the public key as Multikey, {@code z6Mk…}
 */
public record IssuerKey(UUID id, String multibase, PrivateKey secret) {

  /** A pure Ed25519 signature (RFC 8032 §5.1.6), 64 bytes. */
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign with " + multibase, e);
    }
  }

  @Override
  public String toString() {
    return "IssuerKey " + multibase;
  }
}
