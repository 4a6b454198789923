package org.badgebridge.backpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.award.Awards;
import org.badgebridge.award.ClaimLinks;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.database.Sql;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.keys.Sealer;
import org.badgebridge.keys.SecretsKey;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.People;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimByLinkDatabaseTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  private static final ClaimLinks LINKS = links("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
  private static final String HER_ADDRESS = "zoe@example.org"; // as SampleAward gives it

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void opensOneAwardForWhoeverReadsTheLearnersMail(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = offer(database);
      for (String address : new String[] {HER_ADDRESS, " Zoe@Example.ORG "}) {
        ClaimByLink.Opened opened = open(database, token(award, address), null).orElseThrow();

        assertThat(opened.awardId()).isEqualTo(award.id);
        assertThat(opened.personId()).isEqualTo(award.person);
        assertThat(opened.actor())
            .isEqualTo(new Actor(Actor.Kind.LEARNER, award.person, "claim link"));
      }
      assertThat(open(database, token(award, HER_ADDRESS), award.person)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isWorthNothingOnceTheAwardIsOver(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = offer(database);
      String token = token(award, HER_ADDRESS);
      for (String state : new String[] {"WITHDRAWN", "EXPIRED", "REJECTED", "PROPOSED"}) {
        database.execute(
            "update direct_award set state = ?, ended_at = offered_at where id = ?",
            state,
            award.id);
        assertThat(open(database, token, null)).as(state).isEmpty();
      }
      for (String state : new String[] {"CLAIMED", "REVOKED"}) {
        database.execute(
            "update direct_award set state = ?, claimed_at = offered_at where id = ?",
            state,
            award.id);
        assertThat(open(database, token, null)).as(state).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aDeclinedAwardCanBeAskedBackByTheSameLink(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = offer(database);
      database.execute(
          "update direct_award set state = 'DECLINED', ended_at = offered_at where id = ?",
          award.id);
      assertThat(open(database, token(award, HER_ADDRESS), null)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anAddressThatIsNotTheLearnersAnyMoreOpensNothing(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = offer(database);
      String token = token(award, HER_ADDRESS);
      for (String other :
          new String[] {"zoe+badges@example.org", "zoë@example.org", "z.oe@example.org"}) {
        assertThat(open(database, token(award, other), null)).as(other).isEmpty();
      }
      database.execute("update lms_user set email = 'new@example.org' where id = ?", award.learner);
      assertThat(open(database, token, null)).isEmpty();
      database.execute("update lms_user set email = null where id = ?", award.learner);
      assertThat(open(database, token, null)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesWhoeverHasAnotherBackpackOpen(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = offer(database);
      assertThatThrownBy(() -> open(database, token(award, HER_ADDRESS), UUID.randomUUID()))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.FORBIDDEN));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "!", "AQ", "../../etc", "ÿ"})
  void readsOnlyWhatItSealed(String token) {
    assertThat(LINKS.read(token)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20, 40, 70})
  void aChangedLinkIsNoLink(int at) {
    String token = last(LINKS.to(UUID.randomUUID(), HER_ADDRESS));
    assertThat(LINKS.read(token)).isPresent();
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    assertThat(LINKS.read(token.substring(0, at) + other + token.substring(at + 1))).isEmpty();
    assertThat(links("YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU=").read(token)).isEmpty();
  }

  private static Optional<ClaimByLink.Opened> open(
      OpenDatabase database, String token, @Nullable UUID visitor) {
    return database.compute(
        em -> {
          Sql sql = new Sql(JoinedDataSource.of(em));
          return new ClaimByLink(
                  new Awards(em, CLOCK), People.users(sql, CLOCK), new PersonAddresses(sql, CLOCK))
              .open(LINKS.read(token).orElseThrow(), visitor);
        });
  }

  private static String token(SampleAward award, String address) {
    return last(LINKS.to(award.id, address));
  }

  private static String last(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private static ClaimLinks links(String key) {
    PublicOrigin origin = new PublicOrigin("https://badges.example.org");
    return new ClaimLinks(new Sealer(new SecretsKey(origin, Optional.of(key))), origin);
  }

  private static SampleAward offer(OpenDatabase database) {
    var course = new SampleCourse(database);
    return new SampleAward(database, course, course.badgeClass());
  }
}
