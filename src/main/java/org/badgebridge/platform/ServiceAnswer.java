package org.badgebridge.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a platform's service answered; always a 2xx.
 *
 * @param headers by lower-case name
 */
public record ServiceAnswer(int status, Map<String, List<String>> headers, String body) {

  /** The first value of a header, or null. */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null || values.isEmpty() ? null : values.get(0);
  }
}
