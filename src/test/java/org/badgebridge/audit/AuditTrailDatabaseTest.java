package org.badgebridge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.badgebridge.identity.Actor;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditTrailDatabaseTest {

  private static final Instant NOW = Instant.parse("2026-10-25T01:30:00Z");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsTheMomentAcrossTheEndOfSummerTime(TestDatabase kind) {
    try (var database = kind.open()) {
      database.transaction(
          em ->
              new AuditTrail(em, Clock.fixed(NOW, ZoneOffset.UTC))
                  .record(null, Actor.system("test"), "award.claimed", "direct-award", "1", null));

      AuditEntry kept =
          database.compute(
              em ->
                  em.createQuery("select e from AuditEntry e", AuditEntry.class).getSingleResult());

      assertThat(kept.at()).isEqualTo(NOW);
      assertThat(kept.action()).isEqualTo("award.claimed");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void leavesNoTraceOfADeedThatIsRolledBack(TestDatabase kind) {
    try (var database = kind.open()) {
      assertThatThrownBy(
              () ->
                  database.transaction(
                      em -> {
                        new AuditTrail(em, Clock.systemUTC())
                            .record(null, Actor.system("test"), "a.b", "c", "1", null);
                        throw new IllegalStateException("the deed failed");
                      }))
          .hasMessage("the deed failed");

      assertThat(database.count("select count(*) from audit_entry")).isZero();
    }
  }
}
