package org.badgebridge.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.badgebridge.award.AwardState;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.operator.ClaimedBadge;
import org.badgebridge.operator.ClaimedBadges;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.People;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RevokeCredentialDatabaseTest {

  private static final Clock CLOCK =
      Clock.fixed(SampleCourse.THEN.toInstant().plusSeconds(60), ZoneOffset.UTC);
  private static final Actor ADMINISTRATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "session");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void awardPublicPageAndStatusListShowItAtOnce(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleAward award = new SampleAward(database, course, course.badgeClass());
      Credential issued = issue(database, award);
      assertThat(page(database, issued)).doesNotContain("Revoked on");
      assertThat(bit(database, issued)).isFalse();

      database.transaction(
          em ->
              new CredentialDesk(database, em, CLOCK)
                  .revoke.revoke(award.id, "given to the wrong Zoë", ADMINISTRATOR));

      assertThat(page(database, issued)).contains("Revoked on").doesNotContain("wrong Zoë");
      assertThat(bit(database, issued)).isTrue();
      database.transaction(
          em ->
              assertThat(
                      new CredentialDesk(database, em, CLOCK)
                          .awards
                          .find(award.id)
                          .orElseThrow()
                          .state())
                  .isEqualTo(AwardState.REVOKED));
      assertThat(
              database.count(
                  "select count(*) from audit_entry where action = 'award.revoked'"
                      + " and reason = 'given to the wrong Zoë' and subject_id = ?",
                  award.id.toString()))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyClaimedBadgesCanBeRevokedAndAreListed(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleAward offered = new SampleAward(database, course, course.badgeClass());
      assertThatThrownBy(() -> revoke(database, offered)).isInstanceOf(ProblemException.class);

      UUID badge = course.badgeClass();
      SampleAward first = new SampleAward(database, course, badge);
      SampleAward second = new SampleAward(database, course, badge);
      issue(database, first);
      issue(database, second);
      ClaimedBadges badges =
          new ClaimedBadges(
              new Sql(database.dataSource()), People.users(new Sql(database.dataSource()), CLOCK));

      assertThat(badges.list(null, "", null, 10))
          .extracting(ClaimedBadge::id)
          .containsExactlyInAnyOrder(first.id, second.id);
      ClaimedBadge top = badges.list(null, " LOGIC", null, 1).get(0);
      assertThat(top.learner()).isEqualTo("Zoë Čapek");
      assertThat(top.isPublic()).isTrue();
      assertThat(badges.list(null, "logic", top.id(), 10))
          .singleElement()
          .extracting(ClaimedBadge::id)
          .isNotEqualTo(top.id());
      assertThat(badges.list(null, "%", null, 10)).isEmpty();

      revoke(database, first);
      revoke(database, first); // changes nothing
      assertThat(badges.list(null, "", null, 10))
          .extracting(ClaimedBadge::id)
          .containsOnly(second.id);
      assertThat(database.count("select count(*) from audit_entry where action = 'award.revoked'"))
          .isOne();
    }
  }

  private static void revoke(OpenDatabase database, SampleAward award) {
    database.transaction(
        em -> new CredentialDesk(database, em, CLOCK).revoke.revoke(award.id, "x", ADMINISTRATOR));
  }

  private static Credential issue(OpenDatabase database, SampleAward award) {
    return database.compute(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
          desk.awards.locked(award.id).claim(CLOCK.instant());
          Credential credential = desk.issue.issue(award.id);
          credential.publish(CLOCK.instant());
          return credential;
        });
  }

  private static String page(OpenDatabase database, Credential issued) {
    return database.compute(
        em -> view(database, em).badge(new Credentials(em).inPublic(issued.id()), "en"));
  }

  private static PublicView view(OpenDatabase database, EntityManager em) {
    return new CredentialDesk(database, em, CLOCK).view();
  }

  /** What the published document says about the credential's bit. */
  private static boolean bit(OpenDatabase database, Credential issued) {
    StatusEntry entry = issued.status();
    String document =
        database.compute(em -> new CredentialDesk(database, em, CLOCK).statusList(entry.listId()));
    try (JsonReader reader = Json.createReader(new StringReader(document))) {
      String encoded =
          reader.readObject().getJsonObject("credentialSubject").getString("encodedList");
      byte[] packed = Base64.getUrlDecoder().decode(encoded.substring(1));
      try (GZIPInputStream bits = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        return (bits.readAllBytes()[entry.index() / 8] & (0x80 >>> (entry.index() % 8))) != 0;
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
