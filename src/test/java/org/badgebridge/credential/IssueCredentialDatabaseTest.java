package org.badgebridge.credential;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.time.ZoneOffset;
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

  private static JsonObject read(String document) {
    try (JsonReader reader = Json.createReader(new StringReader(document))) {
      return reader.readObject();
    }
  }
}
