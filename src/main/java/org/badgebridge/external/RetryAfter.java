package org.badgebridge.external;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The wait that an answer asks for (RFC 9110 §10.2.3). */
final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /**
   * The wait, at most a day: seconds, or the time until a date by the clock of who answered.
   *
   * @param header the {@code Retry-After} of the answer, or null
   * @param date the {@code Date} of the answer, or null
   * @return null if no wait is asked for, or nonsense
   */
  static @Nullable Duration of(@Nullable String header, @Nullable String date) {
    if (header == null) {
      return null;
    }
    Duration wish =
        SECONDS.matcher(header.strip()).matches()
            ? Duration.ofSeconds(Long.parseLong(header.strip()))
            : until(header, date);
    if (wish == null || wish.isNegative()) {
      return null;
    }
    return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
  }

  private static @Nullable Duration until(String header, @Nullable String date) {
    try {
      return date == null ? null : Duration.between(instant(date), instant(header));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant instant(String date) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip(), Instant::from);
  }
}
