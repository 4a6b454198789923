package org.badgebridge.passback.attendance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The code on the wall: six letters and digits that nobody takes for each other, new in every step.
 * Made from a secret, the meeting, what it is for and the time, in the way of RFC 6238 (§4.2), so
 * that every node shows and takes the same.
 */
final class RotatingCode {

  /** How long a code is shown. It is taken for one step more, for those who type. */
  static final Duration STEP = Duration.ofSeconds(30);

  /** No 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 (it looks like B). */
  static final String SIGNS = "34679ABCDEFGHJKMNPQRTUVWXY";

  static final int LENGTH = 6;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final UUID meeting;
  private final Meeting.State purpose;

  RotatingCode(byte[] secret, UUID meeting, Meeting.State purpose) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
    this.meeting = meeting;
    this.purpose = purpose;
  }

  /** The code that is shown at that moment. */
  String at(Instant now) {
    return code(step(now));
  }

  /** How long it is shown from that moment on. */
  static Duration left(Instant now) {
    return STEP.minusMillis(now.toEpochMilli() % STEP.toMillis());
  }

  /** Whether this is the code of now or of the step before; case, spaces and hyphens are alike. */
  boolean fits(String typed, Instant now) {
    byte[] said =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Z}-]", "")
            .getBytes(StandardCharsets.UTF_8);
    long step = step(now);
    boolean present = MessageDigest.isEqual(said, bytes(step));
    boolean before = MessageDigest.isEqual(said, bytes(step - 1));
    return present || before;
  }

  private byte[] bytes(long step) {
    return code(step).getBytes(StandardCharsets.UTF_8);
  }

  private static long step(Instant now) {
    return now.getEpochSecond() / STEP.toSeconds();
  }

  private String code(long step) {
    long number = ByteBuffer.wrap(mac(step)).getLong() & Long.MAX_VALUE;
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(SIGNS.charAt((int) (number % SIGNS.length())));
      number /= SIGNS.length();
    }
    return code.toString();
  }

  private byte[] mac(long step) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((meeting + " " + purpose + " ").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
