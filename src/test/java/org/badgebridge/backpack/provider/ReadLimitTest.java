package org.badgebridge.backpack.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.backpack.host.HostConnection;
import org.badgebridge.testing.MovableClock;
import org.junit.jupiter.api.Test;

class ReadLimitTest {

  private final MovableClock clock = new MovableClock();
  private final ReadLimit limit = new ReadLimit(clock);

  @Test
  void boundsEachConnectionForAMinute() {
    HostConnection one = connection();
    for (int i = 0; i < ReadLimit.A_MINUTE; i++) {
      limit.count(one);
    }
    clock.advance(Duration.ofSeconds(20));
    assertThatThrownBy(() -> limit.count(one))
        .isInstanceOfSatisfying(
            ReadRefused.class,
            refused -> {
              assertThat(refused.info()).isEqualTo(StatusInfo.TOO_MANY);
              assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(40));
            });
    limit.count(connection());
    clock.advance(Duration.ofSeconds(39));
    assertThatThrownBy(() -> limit.count(one)).isInstanceOf(ReadRefused.class);
    clock.advance(Duration.ofSeconds(1));
    limit.count(one);
  }

  private static HostConnection connection() {
    Instant now = Instant.EPOCH;
    return new HostConnection(
        UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of(), true, now, now, null);
  }
}
