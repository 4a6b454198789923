package org.badgebridge.backpack;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.badgebridge.award.AwardDesk;
import org.badgebridge.award.Reach;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.TermsBook;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.Race;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A claim, and at the same moment something else: one of the two comes about, never both. */
class ClaimRacesDatabaseTest {

  private static final int ROUNDS = 12;
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Actor SOMEBODY = Actor.system("test");
  private static final String CREDENTIALS = "select count(*) from credential where award_id = ?";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aClaimOrAWithdrawal(TestDatabase kind) throws Exception {
    endsInOneWay(
        kind,
        "WITHDRAWN",
        (award, desk) ->
            desk.withdraw.withdraw(award.id, "a mistake", Reach.course(award.course), SOMEBODY));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aClaimOrADecline(TestDatabase kind) throws Exception {
    endsInOneWay(
        kind,
        "DECLINED",
        (award, desk) -> desk.decline.decline(award.id, award.offer.person, SOMEBODY));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aClaimOrTheEndOfTheOffer(TestDatabase kind) throws Exception {
    endsInOneWay(kind, "EXPIRED", (award, desk) -> desk.turns.lapse(award.id));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aBadgeThatIsRevokedWhileItIsClaimedAgainStaysRevoked(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      for (Raced award : offers(database)) {
        database.transaction(em -> claim(database, em, award));
        Race.of(
            List.of(
                () -> attempt(database, em -> claim(database, em, award)),
                () ->
                    attempt(
                        database,
                        em ->
                            new CredentialDesk(database, em, CLOCK)
                                .revoke.revoke(award.id, "a mistake", SOMEBODY))));

        assertThat(state(database, award)).isEqualTo("REVOKED");
        assertThat(database.count(CREDENTIALS + " and revoked_at is not null", award.id)).isOne();
        assertThat(database.count(CREDENTIALS, award.id)).isOne();
      }
    }
  }

  private interface Rival {
    void on(Raced award, AwardDesk desk);
  }

  private record Raced(SampleAward offer, UUID id, UUID course) {}

  private static void endsInOneWay(TestDatabase kind, String rivalState, Rival rival)
      throws Exception {
    try (OpenDatabase database = kind.open()) {
      for (Raced award : offers(database)) {
        List<Boolean> done =
            Race.of(
                List.of(
                    () -> attempt(database, em -> claim(database, em, award)),
                    () ->
                        attempt(
                            database,
                            em -> rival.on(award, new AwardDesk(em, new Heard<>(), CLOCK)))));

        String state = state(database, award);
        boolean claimed = state.equals("CLAIMED");
        assertThat(state).isIn("CLAIMED", rivalState);
        assertThat(done.get(0)).as("the claim knows its end").isEqualTo(claimed);
        assertThat(database.count(CREDENTIALS, award.id)).isEqualTo(claimed ? 1 : 0);
        assertThat(
                database.count(
                    "select count(*) from audit_entry where subject_id = ?", award.id.toString()))
            .isOne();
      }
    }
  }

  private static List<Raced> offers(OpenDatabase database) {
    var course = new SampleCourse(database);
    UUID badgeClass = course.badgeClass();
    List<Raced> offers = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      var award = new SampleAward(database, course, badgeClass);
      database.execute(
          "update direct_award set lapses_at = ? where id = ?",
          NOW.atOffset(ZoneOffset.UTC),
          award.id);
      offers.add(new Raced(award, award.id, course.course));
    }
    return offers;
  }

  private static void claim(OpenDatabase database, EntityManager em, Raced award) {
    CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
    Agreement agreement =
        new Agreement(new TermsBook(em, new Sql(JoinedDataSource.of(em))), desk.audit, CLOCK);
    new ClaimAward(desk.awards, desk.issue, agreement, desk.audit, new Heard<>(), CLOCK)
        .claim(award.id, award.offer.person, Consent.NONE, SOMEBODY);
  }

  /** False if it was refused because the award is in another state. */
  private static boolean attempt(OpenDatabase database, Consumer<EntityManager> deed) {
    try {
      database.transaction(deed);
      return true;
    } catch (ProblemException e) {
      assertThat(e.type()).isEqualTo(ProblemType.CONFLICT);
      return false;
    }
  }

  private static String state(OpenDatabase database, Raced award) {
    return database.compute(
        em ->
            (String)
                em.createNativeQuery("select state from direct_award where id = ?1")
                    .setParameter(1, award.id)
                    .getSingleResult());
  }
}
