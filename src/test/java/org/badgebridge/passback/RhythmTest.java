package org.badgebridge.passback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.badgebridge.passback.SourcePolls.Poll;
import org.junit.jupiter.api.Test;

class RhythmTest {

  private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");

  private final Poll fresh = Rhythm.fresh(UUID.randomUUID(), "membership", T);

  @Test
  void looksEverMoreRarelyWhileNothingHappens() {
    assertThat(pauses(Look.done(false), 5)).containsExactly(5L, 15L, 30L, 60L, 60L);
  }

  @Test
  void isNeverQuickerThanAQuarterOfAnHourInTheSteadyState() {
    assertThat(pauses(Look.done(true), 5)).containsExactly(5L, 15L, 15L, 15L, 15L);
  }

  @Test
  void waitsLongerWithEachFailureUpToAnHour() {
    Poll poll = fresh;
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      poll = Rhythm.failed(poll, null, T);
      waits.add(Duration.between(T, poll.nextAt()).toMinutes());
    }
    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }

  @Test
  void honoursWhatThePlatformAsksWithinADay() {
    assertThat(Rhythm.failed(fresh, Duration.ofHours(3), T).nextAt())
        .isEqualTo(T.plus(Duration.ofHours(3)));
    assertThat(Rhythm.failed(fresh, Duration.ofDays(400), T).nextAt())
        .isEqualTo(T.plus(Duration.ofDays(1)));
  }

  @Test
  void aSuccessForgetsFailuresAndWhatWasHeld() {
    Poll held = Rhythm.after(fresh, new Look(false, false, Look.Held.OPEN_FOR_ALL), T);
    assertThat(Rhythm.failed(held, null, T).held()).isEqualTo(Look.Held.OPEN_FOR_ALL);

    Poll fine = Rhythm.after(Rhythm.failed(held, null, T), Look.done(false), T);
    assertThat(fine.held()).isNull();
    assertThat(fine.failures()).isZero();
  }

  private List<Long> pauses(Look look, int count) {
    List<Long> pauses = new ArrayList<>();
    Poll poll = fresh;
    for (int i = 0; i < count; i++) {
      poll = Rhythm.after(poll, look, T);
      pauses.add(Duration.between(T, poll.nextAt()).toMinutes());
    }
    return pauses;
  }
}
