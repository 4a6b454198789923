package org.badgebridge.passback.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times of Moodle: seconds since 1970, and 0 or nothing where there is none. */
final class Times {

  /** Beyond it no clock is right. */
  private static final long LATEST = 253_402_300_799L;

  private Times() {}

  static @Nullable Instant epoch(JsonNode seconds) {
    long value = seconds.asLong(0);
    return value <= 0 || value > LATEST ? null : Instant.ofEpochSecond(value);
  }
}
