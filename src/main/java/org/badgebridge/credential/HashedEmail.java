package org.badgebridge.credential;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.badgebridge.keys.Digests;
import org.badgebridge.keys.Tokens;

/**
 * An e-mail address that only those who know it can recognise (Open Badges 3.0 {@code
 * IdentityObject}).
 *
 * @param salt of this badge alone, so that the badges of one person cannot be told by it
 */
record HashedEmail(String hash, String salt) {

  /** Hashes the address in lower case, under a new salt. */
  static HashedEmail of(String email) {
    String salt = Tokens.random();
    byte[] salted =
        (email.strip().toLowerCase(Locale.ROOT) + salt).getBytes(StandardCharsets.UTF_8);
    return new HashedEmail("sha256$" + HexFormat.of().formatHex(Digests.sha256(salted)), salt);
  }
}
