package org.badgebridge.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.embed.Block;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbedAssertionDatabaseTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyThePageOfAPublicBadgeIsABlock(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleAward award = new SampleAward(database, course, course.badgeClass());
      Credential issued =
          database.compute(
              em -> {
                CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
                desk.awards.locked(award.id).claim(CLOCK.instant());
                return desk.issue.issue(award.id);
              });
      String page = "/assertions/" + issued.id();
      assertThat(block(database, page)).isEmpty();

      database.execute("update credential set public_since = issued_at where id = ?", issued.id());

      assertThat(block(database, page + "?lang=nl").orElseThrow().frame())
          .isEqualTo(page + "/embed");
      assertThat(block(database, page).orElseThrow().title()).isEqualTo("Logician");
      assertThat(block(database, page + ".json")).isEmpty();
      assertThat(block(database, "/badges/" + issued.id())).isEmpty();
      assertThat(block(database, "")).isEmpty();
    }
  }

  private static Optional<Block> block(OpenDatabase database, String path) {
    return database.compute(
        em -> new EmbedAssertion(new Credentials(em)).block(path, Locale.ENGLISH));
  }
}
