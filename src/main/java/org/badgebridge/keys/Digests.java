package org.badgebridge.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Digests of tokens and codes: what the database keeps in place of the secret itself. */
public final class Digests {

  private Digests() {}

  /** SHA-256 of the UTF-8 text, in base64url without padding: 43 characters. */
  public static String sha256(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** SHA-256, 32 bytes. */
  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
