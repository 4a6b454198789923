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

  /** The content as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
