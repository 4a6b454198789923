package org.badgebridge.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120 | | PT2M",
        "0 | | PT0S",
        "999999 | | PT24H",
        "'Sun, 22 Nov 2026 10:05:00 GMT' | 'Sun, 22 Nov 2026 10:00:00 GMT' | PT5M",
        "'Sun, 22 Nov 2026 09:00:00 GMT' | 'Sun, 22 Nov 2026 10:00:00 GMT' |",
        "'Sun, 22 Nov 2026 10:05:00 GMT' | |",
        "'Sun, 22 Nov 2026 10:05:00 GMT' | yesterday |",
        "-5 | |",
        "soon | 'Sun, 22 Nov 2026 10:00:00 GMT' |",
        "| |"
      })
  void readsSecondsAndDatesAndNoNonsense(
      @Nullable String header, @Nullable String date, @Nullable Duration wait) {
    assertThat(RetryAfter.of(header, date)).isEqualTo(wait);
  }
}
