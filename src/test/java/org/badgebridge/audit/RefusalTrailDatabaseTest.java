package org.badgebridge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTrailDatabaseTest {

  private static final UUID PLATFORM = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void everyRefusalOfOrdinaryUseHasItsLine(TestDatabase kind) {
    try (var database = kind.open()) {
      database.transaction(
          em -> {
            RefusalTrail trail = trail(em);
            for (int hour = 0; hour < 24; hour++) {
              refuse(trail, PLATFORM, RefusalTrail.A_MINUTE);
              clock.advance(Duration.ofHours(1));
            }
          });

      assertThat(lines(database)).isEqualTo(24L * RefusalTrail.A_MINUTE);
      assertThat(database.count("select count(*) from audit_entry where reason = 'state'"))
          .isEqualTo(24L * RefusalTrail.A_MINUTE);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ofAFloodOnlyTheFirstHaveALineAndTheNextSaysHowManyTheyWere(TestDatabase kind) {
    try (var database = kind.open()) {
      database.transaction(
          em -> {
            RefusalTrail trail = trail(em);
            refuse(trail, PLATFORM, 5_000);
            refuse(trail, OTHER, 1);
            clock.advance(Duration.ofMinutes(1));
            refuse(trail, PLATFORM, 2);
          });

      assertThat(lines(database)).isEqualTo(RefusalTrail.A_MINUTE + 3L);
      assertThat(
              database.count(
                  "select count(*) from audit_entry where reason = ?",
                  "state (+" + (5_000 - RefusalTrail.A_MINUTE) + ")"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aFloodThatGoesOnAllDayStaysBounded(TestDatabase kind) {
    try (var database = kind.open()) {
      database.transaction(
          em -> {
            RefusalTrail trail = trail(em);
            for (int minute = 0; minute < 60 * 24; minute++) {
              refuse(trail, PLATFORM, 40);
              clock.advance(Duration.ofMinutes(1));
            }
          });

      assertThat(lines(database)).isEqualTo(RefusalTrail.A_DAY);
    }
  }

  private RefusalTrail trail(EntityManager em) {
    return new RefusalTrail(new AuditTrail(em, clock), clock);
  }

  private static void refuse(RefusalTrail trail, UUID platform, int times) {
    for (int i = 0; i < times; i++) {
      trail.record(null, Actor.system("test"), "launch.refused", "platform", platform, "state");
    }
  }

  private static long lines(OpenDatabase database) {
    return database.count("select count(*) from audit_entry");
  }
}
