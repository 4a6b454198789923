package org.badgebridge.verification.source;

import java.nio.charset.StandardCharsets;

/**
 * An answer, whatever its status.
 *
 * @param type its media type; empty if it has none
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
public record Served(int status, String type, byte[] body) {

  /** A text that was found. */
  public static Served found(String type, String text) {
    return new Served(200, type, text.getBytes(StandardCharsets.UTF_8));
  }

  public boolean ok() {
    return status / 100 == 2;
  }

  /** Whether it may be another answer later. */
  public boolean passing() {
    return status >= 500 || status == 408 || status == 425 || status == 429;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
