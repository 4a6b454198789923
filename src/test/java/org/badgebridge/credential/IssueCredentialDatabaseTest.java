package org.badgebridge.credential;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeDesk;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.SampleContent;
import org.badgebridge.identity.Actor;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IssueCredentialDatabaseTest {

  private static final Clock CLOCK =
      Clock.fixed(SampleCourse.THEN.toInstant().plusSeconds(60), ZoneOffset.UTC);

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void namesTheEarnerByAnOpaqueIdOnly(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleAward award = new SampleAward(database, course, course.badgeClass());
      String document =
          database.compute(
              em -> {
                CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
                desk.awards.locked(award.id).claim(CLOCK.instant());
                return desk.issue.issue(award.id).document();
              });

      JsonObject subject = read(document).getJsonObject("credentialSubject");
      assertThat(subject.keySet()).containsExactlyInAnyOrder("id", "type", "achievement", "result");
      assertThat(subject.getString("id")).isEqualTo("urn:uuid:" + award.person);
      assertThat(document)
          .doesNotContainIgnoringCase("zoë", "zoe@example.org", "identityHash", "salt");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void statesTheVersionThatWasPromisedEvenIfThereIsANewerOne(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      Actor operator = new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "session");
      BadgeContent promised = SampleContent.plain("Promised");
      UUID badge =
          database
              .compute(
                  em ->
                      new BadgeDesk(em, CLOCK).create(course.institution, promised, true, operator))
              .id();
      SampleAward award = new SampleAward(database, course, badge);
      database.transaction(
          em ->
              new BadgeDesk(em, CLOCK)
                  .replace(badge, course.institution, promised.named("Newer"), operator));
      Credential issued =
          database.compute(
              em -> {
                CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
                desk.awards.locked(award.id).claim(CLOCK.instant());
                return desk.issue.issue(award.id);
              });
      JsonObject achievement =
          read(issued.document()).getJsonObject("credentialSubject").getJsonObject("achievement");
      assertThat(achievement.getString("name")).isEqualTo("Promised");
      assertThat(achievement.getString("version")).isEqualTo("1");
      assertThat(achievement.getString("id")).endsWith("/badges/" + badge + "/versions/1");
      assertThat(IssuedBadge.read(issued).picture())
          .isEqualTo("/badges/" + badge + "/versions/1/image.svg");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void statesWhatWasSaidAboutTheAward(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      Credential issued =
          issue(database, new SampleAward(database, course, badge).says(database, "with honours"));

      JsonObject document = read(issued.document());
      JsonObject evidence = document.getJsonArray("evidence").getJsonObject(0);
      assertThat(evidence.getString("id")).isEqualTo("https://example.org/proofs?of=zo%C3%AB");
      assertThat(evidence.getJsonArray("type").getString(0)).isEqualTo("Evidence");
      assertThat(evidence.getString("name")).isEqualTo("Proofs");
      assertThat(evidence.getString("description")).isEqualTo("Both on one page.");
      assertThat(document.getJsonObject("credentialSubject").getString("narrative"))
          .isEqualTo("Proved *two* theorems.");
      IssuedBadge shown = IssuedBadge.read(issued);
      assertThat(shown.scores())
          .containsExactly(
              new IssuedBadge.Score("Quiz “Proofs”", "85 %"),
              new IssuedBadge.Score("Grade", "with honours"));
      assertThat(shown.narrative()).isEqualTo("Proved *two* theorems.");
      assertThat(shown.evidence())
          .isEqualTo(
              new IssuedBadge.Evidence(
                  "https://example.org/proofs?of=zo%C3%AB", "Proofs", "Both on one page."));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aGradeIsOfTheGradeScaleThatTheBadgeClassHas(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      database.execute("update institution set micro_credentials = true");
      Actor operator = new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "session");
      UUID badge =
          database
              .compute(
                  em ->
                      new BadgeDesk(em, CLOCK)
                          .create(course.institution, SampleContent.full(), true, operator))
              .id();
      Credential issued =
          issue(database, new SampleAward(database, course, badge).says(database, "8.5"));

      assertThat(IssuedBadge.read(issued).scores())
          .contains(new IssuedBadge.Score("Final grade", "8.5"));
    }
  }

  private static Credential issue(OpenDatabase database, SampleAward award) {
    return database.compute(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
          desk.awards.locked(award.id).claim(CLOCK.instant());
          return desk.issue.issue(award.id);
        });
  }

  private static JsonObject read(String document) {
    try (JsonReader reader = Json.createReader(new StringReader(document))) {
      return reader.readObject();
    }
  }
}
