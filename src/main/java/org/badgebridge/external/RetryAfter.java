package org.badgebridge.external;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The wait that an answer asks for (RFC 9110 §10.2.3). */
final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /** The wait in seconds, at most a day; dates, which LMSs do not send, count as no wish. */
  static @Nullable Duration of(@Nullable String header) {
    if (header == null || !SECONDS.matcher(header.strip()).matches()) {
      return null;
    }
    Duration wish = Duration.ofSeconds(Long.parseLong(header.strip()));
    return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
  }
}
