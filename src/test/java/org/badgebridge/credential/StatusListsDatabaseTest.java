package org.badgebridge.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusListsDatabaseTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  private static final Actor STAFF = Actor.system("test");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void revokingSetsTheBitAtOnceAndForGood(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      Credential kept = issue(database, new SampleAward(database, course, badge));
      Credential gone = issue(database, new SampleAward(database, course, badge));
      UUID list = gone.status().listId();

      database.transaction(
          em -> {
            CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
            String before = desk.statusList(list);
            desk.revoke.revoke(gone.awardId(), "a mistake", STAFF);
            desk.revoke.revoke(gone.awardId(), "twice", STAFF);
            em.flush();
            assertThat(desk.ended.events).hasSize(1);
            assertThat(desk.statusList(list)).isNotEqualTo(before);
          });

      database.transaction(
          em -> {
            StatusList stored = em.find(StatusList.class, list);
            assertThat(stored.revoked(gone.status().index())).isTrue();
            assertThat(stored.revoked(kept.status().index())).isFalse();
            CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
            assertThat(desk.credentials.ofAward(gone.awardId()).orElseThrow().revokedAt())
                .isEqualTo(CLOCK.instant());
            assertThat(desk.statusList(list)).isEqualTo(desk.statusList(list));
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aFullListIsFollowedByANewOne(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      Credential first = issue(database, new SampleAward(database, course, badge));
      // a list with room for nobody else: only the index that is taken is left
      database.execute("update credential set status_index = 0");
      database.execute("update status_list set entries = 1");

      Credential second = issue(database, new SampleAward(database, course, badge));

      assertThat(second.status().listId()).isNotEqualTo(first.status().listId());
      assertThat(database.count("select max(number) from status_list")).isEqualTo(2);
    }
  }

  @Test
  void theFirstIndexIsTheLeftmostBit() {
    StatusList list = new StatusList(UUID.randomUUID(), 1, CLOCK.instant());
    list.revoke(0, CLOCK.instant());
    list.revoke(StatusList.ENTRIES - 1, CLOCK.instant());
    assertThat(list.revoked(0)).isTrue();
    assertThat(list.revoked(1)).isFalse();
    assertThat(list.revoked(StatusList.ENTRIES - 1)).isTrue();
    assertThat(list.encoded()).matches("u[A-Za-z0-9_-]+");
  }

  private static Credential issue(OpenDatabase database, SampleAward award) {
    return database.compute(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
          desk.awards.locked(award.id).claim(CLOCK.instant());
          return desk.issue.issue(award.id);
        });
  }
}
