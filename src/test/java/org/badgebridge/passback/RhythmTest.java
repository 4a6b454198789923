package org.badgebridge.passback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.badgebridge.passback.SourcePolls.Poll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

  private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");

  private static final Duration NONE = Duration.ZERO;
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

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
    Poll held = Rhythm.after(fresh, new Look(false, false, Look.Held.OPEN_FOR_ALL), NONE, T);
    assertThat(Rhythm.failed(held, null, T).held()).isEqualTo(Look.Held.OPEN_FOR_ALL);

    Poll fine = Rhythm.after(Rhythm.failed(held, null, T), Look.done(false), NONE, T);
    assertThat(fine.held()).isNull();
    assertThat(fine.failures()).isZero();
  }

  @Test
  void neverComesCloserThanTheSourceAllows() {
    Poll poll = Rhythm.after(fresh, Look.done(true), Duration.ofMinutes(15), T);
    assertThat(poll.nextAt()).isEqualTo(T.plus(Duration.ofMinutes(15)));
  }

  @Test
  void looksAgainSoonWhileSomethingWaitsForASecondLook() {
    assertThat(pauses(new Look(true, true, null), 4)).containsExactly(5L, 5L, 5L, 5L);
  }

  @ParameterizedTest
  @CsvSource({
    // date, planned, instead (local times of Amsterdam, in winter, in summer, when the clock
    // changes)
    "2026-11-22, 22:50, 22:55, 22:55",
    "2026-11-22, 22:50, 23:05, 00:50",
    "2026-11-23, 00:50, 01:50, 02:50",
    "2026-11-23, 03:59, 04:59, 05:59",
    "2026-11-23, 05:00, 06:00, 06:00",
    "2026-07-01, 01:00, 01:15, 03:00",
    "2026-10-25, 01:30, 02:30, 02:30"
  })
  void looksRarelyAtNight(LocalDate date, LocalTime now, LocalTime planned, LocalTime instead) {
    Instant at = date.atTime(now).atZone(AMSTERDAM).toInstant();
    Instant usual = date.atTime(planned).atZone(AMSTERDAM).toInstant();
    assertThat(Night.spare(usual, at, 0).atZone(AMSTERDAM).toLocalTime()).isEqualTo(instead);
  }

  @Test
  void spreadsInTheMorningWhatTheNightKeptBack() {
    Instant night = LocalDate.of(2026, 11, 23).atTime(5, 0).atZone(AMSTERDAM).toInstant();
    Instant planned = night.plus(Duration.ofMinutes(30));
    Instant morning = LocalDate.of(2026, 11, 23).atTime(6, 0).atZone(AMSTERDAM).toInstant();
    assertThat(Night.spare(planned, night, 0)).isEqualTo(morning);
    assertThat(Night.spare(planned, night, 1199)).isEqualTo(morning.plusSeconds(1199));
    assertThat(Night.spare(planned, night, -1)).isEqualTo(morning.plusSeconds(1199));
  }

  private List<Long> pauses(Look look, int count) {
    List<Long> pauses = new ArrayList<>();
    Poll poll = fresh;
    for (int i = 0; i < count; i++) {
      poll = Rhythm.after(poll, look, NONE, T);
      pauses.add(Duration.between(T, poll.nextAt()).toMinutes());
    }
    return pauses;
  }
}
