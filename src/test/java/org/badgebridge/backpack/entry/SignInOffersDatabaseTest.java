package org.badgebridge.backpack.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.keys.Sealer;
import org.badgebridge.keys.SecretsKey;
import org.badgebridge.login.OpenIdProviders;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInOffersDatabaseTest {

  private static final Sealer SEALER =
      new Sealer(
          new SecretsKey(
              new PublicOrigin("http://127.0.0.1:9"),
              Optional.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")));

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoseSchoolTellsNoAddressGoesToTheCourse(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID person = person(database, new SampleCourse(database).learner("Tim"));
      database.execute("update lms_user set email = null");

      SignInOffers.Offer offer = offer(database, person);

      assertThat(offer.mail()).isFalse();
      assertThat(offer.providers()).isEmpty();
      assertThat(offer.platforms()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anAddressThatIsKnownTakesACode(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID person = person(database, new SampleCourse(database).learner("Tim"));
      database.execute("update lms_user set email = null");
      database.transaction(em -> new EntryDesk(em, clock).add(person, "tim@home.example"));
      assertThat(offer(database, person).mail()).as("their own").isTrue();

      database.execute("delete from person_address");
      database.execute("update lms_user set email = 'tim@example.org'");
      assertThat(offer(database, person).mail()).as("their school's").isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoHasNoWayOfWhichWeKnowIsOfferedAll(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SignInOffers.Offer offer = offer(database, UUID.randomUUID());
      assertThat(offer.mail()).isTrue();
      assertThat(offer.platforms()).isEmpty();
    }
  }

  private SignInOffers.Offer offer(OpenDatabase database, UUID person) {
    return database.compute(
        em ->
            new SignInOffers(
                    new EntryDesk(em, clock).ways,
                    new OpenIdProviders(new Sql(JoinedDataSource.of(em)), SEALER, clock))
                .owner(person));
  }

  private static UUID person(OpenDatabase database, UUID lmsUser) {
    return database.compute(em -> em.find(LmsUser.class, lmsUser).personId());
  }
}
