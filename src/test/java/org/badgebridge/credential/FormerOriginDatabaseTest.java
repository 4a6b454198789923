package org.badgebridge.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import org.badgebridge.database.Sql;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormerOriginDatabaseTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void namesTheAddressUnderWhichBadgesWereIssuedBefore(TestDatabase kind) {
    try (var database = kind.open()) {
      assertThat(found(database, "https://new.example.org")).isEmpty();

      issue(database);

      assertThat(found(database, CredentialDesk.BASE)).isEmpty();
      assertThat(found(database, CredentialDesk.BASE + "/")).isEmpty();
      assertThat(found(database, "https://new.example.org")).contains(CredentialDesk.BASE);
    }
  }

  private static Optional<String> found(OpenDatabase database, String present) {
    FormerOrigin origin =
        new FormerOrigin(new Sql(database.dataSource()), new PublicOrigin(present));
    origin.look();
    return origin.found();
  }

  private static void issue(OpenDatabase database) {
    var course = new SampleCourse(database);
    var award = new SampleAward(database, course, course.badgeClass());
    database.transaction(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
          desk.awards.locked(award.id).claim(CLOCK.instant());
          desk.issue.issue(award.id);
        });
  }
}
