package org.badgebridge.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.way.PersonKeys;
import org.badgebridge.keys.KeyDid;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.Race;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WalletOffersDatabaseTest {

  private static final KeyDid HOLDER = KeyDid.of(WalletDesk.key(Curve.P_256).toPublicJWK());

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void letsAWalletInOnce(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Credential badge = badge(database);
      WalletOffers.Fresh offer = offer(database, badge);
      assertThat(offer.number()).matches("\\d{6}");
      assertThat(with(database, offers -> offers.format(offer.name()))).contains(WalletFormat.LDP);

      String token = redeem(database, offer, offer.number()).orElseThrow();

      assertThat(redeem(database, offer, offer.number())).isEmpty();
      assertThat(with(database, offers -> offers.format(offer.name()))).isEmpty();
      assertThat(with(database, offers -> offers.taken(token)).orElseThrow().credentialId())
          .isEqualTo(badge.id());
      clock.advance(WalletOffers.FETCHING);
      assertThat(with(database, offers -> offers.taken(token))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isWorthNothingAfterFiveWrongNumbers(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      WalletOffers.Fresh offer = offer(database, badge(database));
      String wrong = offer.number().equals("000000") ? "000001" : "000000";
      for (int i = 0; i < WalletOffers.TRIES; i++) {
        assertThat(redeem(database, offer, wrong)).isEmpty();
      }
      assertThat(redeem(database, offer, offer.number())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isOverAfterAQuarterOfAnHourOrANewOne(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Credential badge = badge(database);
      WalletOffers.Fresh first = offer(database, badge);
      WalletOffers.Fresh second = offer(database, badge);
      assertThat(redeem(database, first, first.number())).isEmpty();
      clock.advance(WalletOffers.LASTS);
      assertThat(redeem(database, second, second.number())).isEmpty();
      database.transaction(em -> offers(em).removeEnded());
      assertThat(count(database)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void letsOneOfManyWalletsIn(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      WalletOffers.Fresh offer = offer(database, badge(database));
      assertThat(Race.of(4, () -> redeem(database, offer, offer.number())))
          .filteredOn(Optional::isPresent)
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void offersOnlyWhatIsOnesOwnAndHolds(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Credential badge = badge(database);
      assertThatThrownBy(() -> offer(database, badge, UUID.randomUUID()))
          .isInstanceOf(ProblemException.class);
      revoke(database, badge);
      assertThatThrownBy(() -> offer(database, badge)).isInstanceOf(ProblemException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void bindsTheBadgeToTheWalletsKeyAndWritesItDownOnce(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Credential badge = badge(database);
      WalletOffers.Taken taken = taken(database, badge);
      for (int i = 0; i < 2; i++) {
        String document = take(database, taken);
        assertThat(document)
            .contains("\"id\":\"" + HOLDER.did() + "\"", badge.id().toString(), "eddsa-rdfc-2022")
            .doesNotContain("urn:uuid:" + badge.personId());
      }
      assertThat(
              database.count(
                  "select count(*) from audit_entry where action = 'credential.taken-into-wallet'"))
          .isEqualTo(1);
      assertThat(
              database.count(
                  "select count(*) from holder_key where person_id = ? and thumbprint = ?",
                  badge.personId(),
                  HOLDER.thumbprint()))
          .isEqualTo(1);

      revoke(database, badge);
      assertThatThrownBy(() -> take(database, taken))
          .isInstanceOfSatisfying(
              WalletRefused.class,
              refused -> assertThat(refused.error()).isEqualTo("credential_request_denied"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tellsItsOwnerHowFarItIs(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Credential badge = badge(database);
      WalletOffers.Fresh first = offer(database, badge);
      assertThat(progress(database, first, badge.id())).isEqualTo(WalletProgress.WAITING);
      assertThat(progress(database, first, UUID.randomUUID())).isEqualTo(WalletProgress.OVER);
      for (int i = 0; i < WalletOffers.TRIES; i++) {
        redeem(database, first, "no number");
      }
      assertThat(progress(database, first, badge.id())).isEqualTo(WalletProgress.SPENT);

      WalletOffers.Fresh second = offer(database, badge);
      assertThat(progress(database, first, badge.id())).isEqualTo(WalletProgress.OVER);
      String token = redeem(database, second, second.number()).orElseThrow();
      assertThat(progress(database, second, badge.id())).isEqualTo(WalletProgress.FETCHING);
      take(database, with(database, offers -> offers.taken(token)).orElseThrow());
      clock.advance(WalletOffers.LASTS);
      assertThat(progress(database, second, badge.id())).isEqualTo(WalletProgress.TAKEN);

      WalletOffers.Fresh third = offer(database, badge);
      redeem(database, third, third.number());
      clock.advance(WalletOffers.FETCHING);
      assertThat(progress(database, third, badge.id())).isEqualTo(WalletProgress.OVER);
    }
  }

  private WalletProgress progress(OpenDatabase database, WalletOffers.Fresh offer, UUID badge) {
    return with(database, offers -> Optional.of(offers.progress(offer.id(), badge))).orElseThrow();
  }

  private WalletOffers.Taken taken(OpenDatabase database, Credential badge) {
    WalletOffers.Fresh offer = offer(database, badge);
    String token = redeem(database, offer, offer.number()).orElseThrow();
    return with(database, offers -> offers.taken(token)).orElseThrow();
  }

  private String take(OpenDatabase database, WalletOffers.Taken taken) {
    return database.compute(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, clock);
          return new TakeIntoWallet(
                  offers(em),
                  desk.credentials,
                  desk.awards,
                  desk.binding,
                  new PersonKeys(new Sql(JoinedDataSource.of(em)), clock),
                  new AuditTrail(em, clock))
              .take(taken, HOLDER);
        });
  }

  private Credential badge(OpenDatabase database) {
    SampleCourse course = new SampleCourse(database);
    SampleAward award = new SampleAward(database, course, course.badgeClass());
    return database.compute(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, clock);
          desk.awards.locked(award.id).claim(clock.instant());
          return desk.issue.issue(award.id);
        });
  }

  private WalletOffers.Fresh offer(OpenDatabase database, Credential badge) {
    return offer(database, badge, badge.personId());
  }

  private WalletOffers.Fresh offer(OpenDatabase database, Credential badge, UUID person) {
    return database.compute(
        em ->
            new OfferToWallet(new CredentialDesk(database, em, clock).credentials, offers(em))
                .offer(badge.id(), person, WalletFormat.LDP));
  }

  private Optional<String> redeem(OpenDatabase database, WalletOffers.Fresh offer, String number) {
    return with(database, offers -> offers.redeem(WalletOffers.code(offer.name()), number));
  }

  private <T> Optional<T> with(OpenDatabase database, Function<WalletOffers, Optional<T>> work) {
    return database.compute(em -> work.apply(offers(em)));
  }

  private WalletOffers offers(EntityManager em) {
    return new WalletOffers(new Sql(JoinedDataSource.of(em)), clock);
  }

  private static void revoke(OpenDatabase database, Credential badge) {
    database.execute(
        "update credential set revoked_at = current_timestamp where id = ?", badge.id());
  }

  private static long count(OpenDatabase database) {
    return database.count("select count(*) from wallet_offer");
  }
}
