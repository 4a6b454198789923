package org.badgebridge.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets at rest and state that travels through a browser: nobody else can read or alter
 * what is sealed (AES-256-GCM), and what is sealed for one purpose opens for no other.
 *
 * <p>Layout: one byte version, 12 bytes nonce, ciphertext, 16 bytes tag. Thread-safe.
 */
@ApplicationScoped
public class Sealer {

  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int HEAD = 1 + NONCE;

  private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(Sealer::cipher);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretsKey secrets;

  @Inject
  public Sealer(SecretsKey secrets) {
    this.secrets = secrets;
  }

  /**
   * Seals.
   *
   * @param purpose what it is for, e.g. {@code login-state}; needed again to open it
   */
  public byte[] seal(byte[] plain, String purpose) {
    byte[] head = new byte[HEAD];
    RANDOM.nextBytes(head);
    head[0] = VERSION;
    try {
      Cipher cipher = start(Cipher.ENCRYPT_MODE, head, purpose);
      byte[] sealed = Arrays.copyOf(head, HEAD + cipher.getOutputSize(plain.length));
      cipher.doFinal(plain, 0, plain.length, sealed, HEAD);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal " + purpose, e);
    }
  }

  /**
   * Opens what {@link #seal} sealed for the same purpose.
   *
   * @throws SealBroken for anything else
   */
  public byte[] open(byte[] sealed, String purpose) {
    if (sealed.length < HEAD + TAG_BITS / 8 || sealed[0] != VERSION) {
      throw new SealBroken(purpose, null);
    }
    try {
      return start(Cipher.DECRYPT_MODE, sealed, purpose)
          .doFinal(sealed, HEAD, sealed.length - HEAD);
    } catch (GeneralSecurityException e) {
      throw new SealBroken(purpose, e);
    }
  }

  /** Seals into text that can stand in an address: base64url without padding. */
  public String sealToText(byte[] plain, String purpose) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(seal(plain, purpose));
  }

  /**
   * Opens what {@link #sealToText} sealed for the same purpose.
   *
   * @throws SealBroken for anything else
   */
  public byte[] openText(String sealed, String purpose) {
    try {
      return open(Base64.getUrlDecoder().decode(sealed), purpose);
    } catch (IllegalArgumentException e) {
      throw new SealBroken(purpose, e);
    }
  }

  private Cipher start(int mode, byte[] head, String purpose) throws GeneralSecurityException {
    Cipher cipher = CIPHER.get();
    cipher.init(mode, secrets.key(), new GCMParameterSpec(TAG_BITS, head, 1, NONCE));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES/GCM", e);
    }
  }
}
