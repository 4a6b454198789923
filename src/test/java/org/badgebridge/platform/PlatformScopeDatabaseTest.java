package org.badgebridge.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.StaffAccount;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.StaffDesk;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformScopeDatabaseTest {

  private static final String ALL = "CREATE READ UPDATE DELETE AWARD SIGN ADMINISTRATE";

  private final Clock clock = new MovableClock();
  private int number;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void administratorsLookAfterThePlatformsOfTheirInstitution(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse own = new SampleCourse(database);
      SampleCourse other = new SampleCourse(database);
      Actor head = staff(database, own.institution, ALL);

      require(database, head, own.platform);
      assertThat(institutions(database, head))
          .containsExactlyEntriesOf(Map.of(own.institution, "University " + own.institution));
      assertThat(names(database, head, " University " + own.institution)).isTrue();
      assertThat(names(database, head, "University " + other.institution)).isFalse();
      assertThat(names(database, head, "A new one")).isFalse();
      refused(database, head, other.platform, ProblemType.NOT_FOUND);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aPlatformOfSeveralInstitutionsIsTheOperatorsAlone(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse own = new SampleCourse(database);
      SampleCourse other = new SampleCourse(database);
      Actor head = staff(database, own.institution, ALL);
      database.execute(
          "update deployment set institution_id = ? where id = ?",
          other.institution,
          own.deployment);

      refused(database, head, own.platform, ProblemType.FORBIDDEN);
      require(
          database, new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "test"), own.platform);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void othersOfTheInstitutionDoNotSeePlatforms(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse own = new SampleCourse(database);
      Actor editor = staff(database, own.institution, "CREATE READ UPDATE AWARD SIGN");

      refused(database, editor, own.platform, ProblemType.FORBIDDEN);
      assertThatThrownBy(() -> institutions(database, editor)).isInstanceOf(ProblemException.class);
    }
  }

  private Actor staff(OpenDatabase database, UUID institution, String permissions) {
    Actor actor =
        database.compute(
            em -> {
              StaffAccount account =
                  new StaffAccount(
                      "person" + ++number + "@example.org",
                      "Person",
                      "-",
                      Locale.ENGLISH,
                      clock.instant());
              em.persist(account);
              return account.actor();
            });
    database.execute(
        "insert into staff_membership (id, account_id, institution_id, level, place_id,"
            + " permissions, granted_by, granted_at, version)"
            + " values (?, ?, ?, 'INSTITUTION', ?, ?, ?, ?, 1)",
        UUID.randomUUID(),
        actor.id(),
        institution,
        institution,
        permissions,
        actor.id(),
        SampleCourse.THEN);
    return actor;
  }

  private void require(OpenDatabase database, Actor actor, UUID platform) {
    database.transaction(em -> scope(em).require(actor, new Platforms(em).get(platform)));
  }

  private void refused(OpenDatabase database, Actor actor, UUID platform, ProblemType type) {
    assertThatThrownBy(() -> require(database, actor, platform))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
  }

  private Map<UUID, String> institutions(OpenDatabase database, Actor actor) {
    return database.compute(em -> scope(em).institutions(actor));
  }

  private boolean names(OpenDatabase database, Actor actor, String institution) {
    return database.compute(em -> scope(em).mayName(actor, institution));
  }

  private PlatformScope scope(EntityManager em) {
    Sql sql = new Sql(JoinedDataSource.of(em));
    return new PlatformScope(
        new StaffDesk(em, clock).rights, new Institutions(em, sql, clock), sql);
  }
}
