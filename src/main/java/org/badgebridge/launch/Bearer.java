package org.badgebridge.launch;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.keys.Digests;
import org.badgebridge.keys.Tokens;

/**
 * What opens a session: the key of its launch, by which it is found, and a secret, of which we keep
 * the digest only. Travels in the body of our page and in a header of its requests, never in a URL.
 */
record Bearer(UUID launch, String secret) {

  private static final int KEY = 22;

  /** A new one for a launch. */
  static Bearer of(UUID launch) {
    return new Bearer(launch, Tokens.random());
  }

  /** What a request shows, if it has the form of a bearer. */
  static Optional<Bearer> parse(String text) {
    if (text.length() <= KEY) {
      return Optional.empty();
    }
    try {
      ByteBuffer key = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(0, KEY)));
      return Optional.of(new Bearer(new UUID(key.getLong(), key.getLong()), text.substring(KEY)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** As the page's script sends it: base64url, 65 characters. */
  String text() {
    byte[] key =
        ByteBuffer.allocate(16)
            .putLong(launch.getMostSignificantBits())
            .putLong(launch.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key) + secret;
  }

  String digest() {
    return Digests.sha256(secret);
  }
}
