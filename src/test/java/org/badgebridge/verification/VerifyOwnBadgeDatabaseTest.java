package org.badgebridge.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.Rendition;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.external.Outbound;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.Actor;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.verification.source.PublicSources;
import org.badgebridge.verification.verdict.ShownBadge;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.verification.verdict.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our own badges are verified like any other, but nothing goes over the network for them. */
class VerifyOwnBadgeDatabaseTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final PublicOrigin ORIGIN = new PublicOrigin(CredentialDesk.BASE);

  /** Nobody answers at the address of the tests: what were fetched from there would be missing. */
  private static Verdict verify(
      OpenDatabase database, EntityManager em, byte[] brought, Clock clock) {
    CredentialDesk desk = new CredentialDesk(database, em, clock);
    PublicSources sources =
        new PublicSources(ORIGIN, desk.own(), desk.ownHosted(), new Outbound(ORIGIN));
    return new VerifyBadge(sources, ORIGIN, clock).verify(brought, "");
  }

  private static Verdict verify(OpenDatabase database, String brought) {
    return database.compute(
        em -> verify(database, em, brought.getBytes(StandardCharsets.UTF_8), CLOCK));
  }

  private static Credential issue(OpenDatabase database, SampleCourse course) {
    SampleAward award = new SampleAward(database, course, course.badgeClass());
    return database.compute(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
          desk.awards.locked(award.id).claim(CLOCK.instant());
          return desk.issue.issue(award.id);
        });
  }

  private static void publish(OpenDatabase database, Credential credential) {
    database.execute(
        "update credential set public_since = current_timestamp where id = ?", credential.id());
  }

  private static String address(Credential credential) {
    return CredentialDesk.BASE + "/assertions/" + credential.id();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aBadgeIsVerifiedByItsAddressWhileItIsPublicAndByItsFileAlways(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      Credential credential = issue(database, course);
      assertThat(verify(database, address(credential)).state()).isEqualTo(State.UNREADABLE);
      assertThat(verify(database, credential.document()).state()).isEqualTo(State.VALID);
      publish(database, credential);
      for (String suffix : new String[] {"", ".json", ".jwt", ".png", ".pdf"}) {
        Verdict verdict = verify(database, address(credential) + suffix);
        assertThat(verdict.state()).as(suffix + verdict.checks()).isEqualTo(State.VALID);
        assertThat(shown(verdict).page()).isEqualTo("/assertions/" + credential.id());
        assertThat(shown(verdict).picture()).startsWith("/badges/");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatItsOwnerShowsInPartIsNotToldInWholeByItsAddress(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Credential credential = issue(database, new SampleCourse(database));
      publish(database, credential);
      database.execute(
          "update credential set shown_parts = 'NARRATIVE,EVIDENCE' where id = ?", credential.id());
      for (String suffix : new String[] {"", ".json", ".jwt", ".png", ".svg", ".pdf"}) {
        Verdict verdict = verify(database, address(credential) + suffix);
        assertThat(verdict.state()).as(suffix).isEqualTo(State.UNREADABLE);
        assertThat(verdict.badge()).as(suffix).isNull();
      }
      assertThat(verify(database, credential.document()).state()).isEqualTo(State.VALID);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void everyFormOfABadgeIsVerified(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      Credential credential = issue(database, course);
      for (Rendition each : Rendition.values()) {
        Verdict verdict =
            database.compute(
                em -> {
                  byte[] file = new CredentialDesk(database, em, CLOCK).file(credential, each);
                  return verify(database, em, file, CLOCK);
                });
        assertThat(verdict.state()).as(each + " " + verdict.checks()).isEqualTo(State.VALID);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aRevocationShowsAtOnce(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      Credential credential = issue(database, course);
      Credential other = issue(database, course);
      publish(database, credential);
      database.transaction(
          em ->
              new CredentialDesk(database, em, CLOCK)
                  .revoke.revoke(credential.awardId(), "a mistake", Actor.system("test")));
      assertThat(verify(database, address(credential)).state()).isEqualTo(State.REVOKED);
      assertThat(verify(database, credential.document()).state()).isEqualTo(State.REVOKED);
      assertThat(verify(database, other.document()).state()).isEqualTo(State.VALID);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatANewKeyOfTheIssuerDoesNotChange(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      Credential credential = issue(database, course);
      database.transaction(
          em -> new CredentialDesk(database, em, CLOCK).keys.replace(course.issuer));
      assertThat(verify(database, credential.document()).state()).isEqualTo(State.VALID);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aBadgeOfTheOlderGenerationIsVerifiedWhileItIsPublic(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      Credential credential = issue(database, course);
      String address = CredentialDesk.BASE + "/ob2/assertions/" + credential.id();
      assertThat(verify(database, address).state()).isEqualTo(State.UNREADABLE);
      publish(database, credential);
      database.execute("update badge_class set published_at = current_timestamp");
      Verdict verdict = verify(database, address);
      assertThat(verdict.state()).as(verdict.checks().toString()).isEqualTo(State.VALID);
      database.transaction(
          em ->
              new CredentialDesk(database, em, CLOCK)
                  .revoke.revoke(credential.awardId(), "a mistake", Actor.system("test")));
      assertThat(verify(database, address).state()).isEqualTo(State.REVOKED);
    }
  }

  private static ShownBadge shown(Verdict verdict) {
    return Objects.requireNonNull(verdict.badge());
  }
}
