package org.badgebridge.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.badgebridge.identity.OneTimeCode.Purpose;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OneTimeCodesDatabaseTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final int THREADS = 16;
  private static final UUID SUBJECT = UUID.randomUUID();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void letsExactlyOneOfSixteenIn(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      String code = issue(database, Purpose.HANDOFF);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      List<Callable<Boolean>> attempts = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        attempts.add(() -> redeem(database, code, Purpose.HANDOFF, NOW));
      }

      int admitted = 0;
      for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
        admitted += attempt.get() ? 1 : 0;
      }
      threads.shutdown();

      assertThat(admitted).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isWorthlessForAnotherPurposeOrTooLate(TestDatabase kind) {
    try (var database = kind.open()) {
      String code = issue(database, Purpose.HANDOFF);

      assertThat(redeem(database, code, Purpose.SETUP, NOW)).isFalse();
      assertThat(redeem(database, code, Purpose.HANDOFF, NOW.plusSeconds(60))).isFalse();
      assertThat(redeem(database, "wrong", Purpose.HANDOFF, NOW)).isFalse();
      assertThat(redeem(database, code, Purpose.HANDOFF, NOW.plusSeconds(59))).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isWorthlessOnceRevoked(TestDatabase kind) {
    try (var database = kind.open()) {
      String code = issue(database, Purpose.SETUP);

      database.transaction(em -> new OneTimeCodes(em, at(NOW)).revoke(Purpose.SETUP));

      assertThat(redeem(database, code, Purpose.SETUP, NOW)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsNothingThatOpensTheDoor(TestDatabase kind) {
    try (var database = kind.open()) {
      String code = issue(database, Purpose.SETUP);

      assertThat(database.count("select count(*) from one_time_code where digest = ?", code))
          .isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void endsSessionsOnTimeAndOnRequest(TestDatabase kind) {
    try (var database = kind.open()) {
      String token =
          database.compute(
              em ->
                  new BrowserSessions(em, at(NOW))
                      .open(BrowserSession.Kind.PERSON, SUBJECT, Duration.ofMinutes(1)));

      assertThat(open(database, token, NOW.plusSeconds(59))).isTrue();
      assertThat(open(database, token, NOW.plusSeconds(60))).isFalse();
      database.transaction(em -> new BrowserSessions(em, at(NOW)).close(token));
      assertThat(open(database, token, NOW)).isFalse();
    }
  }

  private static boolean open(OpenDatabase database, String token, Instant now) {
    return database.compute(em -> new BrowserSessions(em, at(now)).find(token).isPresent());
  }

  private static String issue(OpenDatabase database, Purpose purpose) {
    return database.compute(
        em -> new OneTimeCodes(em, at(NOW)).issue(purpose, SUBJECT, Duration.ofMinutes(1)));
  }

  private static boolean redeem(OpenDatabase database, String code, Purpose purpose, Instant now) {
    return database.compute(
        em ->
            new OneTimeCodes(em, at(now))
                .redeem(code, purpose)
                .filter(redeemed -> SUBJECT.equals(redeemed.subjectId()))
                .isPresent());
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
