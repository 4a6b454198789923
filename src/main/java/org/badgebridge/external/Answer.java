package org.badgebridge.external;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came back, whatever its status.
 *
 * @param headers by lower-case name
 * @param body the content, empty if there was none
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {

  /** Whether the status is a 2xx. */
  public boolean ok() {
    return status / 100 == 2;
  }

  /** The first value of a header, or null. */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /**
   * This answer if it is a 2xx.
   *
   * @param what who was asked for what, for the operator
   * @throws ExternalRefusal for a 3xx, and for a 4xx that no waiting cures
   * @throws ExternalUnavailable for a 5xx, 408, 425 and 429, and a 403 that names a rate limit
   */
  public Answer orThrow(String what) {
    if (ok()) {
      return this;
    }
    String message = what + " answered " + status;
    boolean passing =
        status >= 500
            || status == 408
            || status == 425
            || status == 429
            || (status == 403 && text().contains("Rate Limit"));
    if (passing) {
      throw new ExternalUnavailable(
          message, RetryAfter.of(header("Retry-After"), header("Date")), null);
    }
    throw new ExternalRefusal(message, status);
  }

  /** The content as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
