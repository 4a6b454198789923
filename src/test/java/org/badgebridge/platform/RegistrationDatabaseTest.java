package org.badgebridge.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.Words;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationDatabaseTest {

  private static final String CAMPUS =
      """
      {"institution": "Example University", "product": "moodle", "issuer": "https://lms.example.org",
       "client_id": "c1", "auth_login_url": "https://lms.example.org/auth",
       "auth_token_url": "https://lms.example.org/token",
       "key_set_url": "https://lms.example.org/jwks", "deployment_ids": ["1"]}
      """;

  private final HandClock clock = new HandClock();
  private final RegistrationCheck check =
      new RegistrationCheck(new PublicOrigin("https://badges.example.org"));

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void appliesFilesAndReportsBrokenOnesByNameAndReason(TestDatabase kind) throws IOException {
    try (OpenDatabase db = kind.open()) {
      Files.writeString(folder.resolve("a.json"), "{\"institution\":");
      Files.writeString(
          folder.resolve("b.json"), "{\"institution\":\"X\",\"issuer\":\"https://x\"}");
      Files.writeString(folder.resolve("c.json"), CAMPUS);
      Files.writeString(folder.resolve("d.json"), CAMPUS);
      Files.writeString(
          folder.resolve("e.json"),
          CAMPUS
              .replace("https://lms.example.org/auth", "http://10.0.0.1/auth")
              .replace("c1", "c2"));

      List<PlatformFiles.Fault> faults = apply(db);

      assertThat(db.count("select count(*) from platform")).isEqualTo(1);
      assertThat(db.count("select count(*) from deployment where state = 'ACTIVE'")).isEqualTo(1);
      assertThat(faults)
          .extracting(PlatformFiles.Fault::file)
          .containsExactly("a.json", "b.json", "d.json", "e.json");
      assertThat(faults.get(1).reason()).contains("client_id", "key_set_url");
      assertThat(faults.get(2).reason()).contains("same issuer and client_id as c.json");
      assertThat(faults.get(3).reason()).contains("auth_login_url");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void appliesAChangedFileAndLeavesAnUnchangedOneToAdministrators(TestDatabase kind)
      throws IOException {
    try (OpenDatabase db = kind.open()) {
      Files.writeString(folder.resolve("c.json"), CAMPUS);
      apply(db);
      db.execute("update platform set state = 'DISABLED'");
      apply(db);
      assertThat(db.count("select count(*) from platform where state = 'DISABLED'")).isEqualTo(1);

      Files.writeString(
          folder.resolve("c.json"), CAMPUS.replace("lms.example.org/token", "lms.example.org/t2"));
      apply(db);
      assertThat(
              db.count(
                  "select count(*) from platform where state = 'ACTIVE'"
                      + " and auth_token_url = 'https://lms.example.org/t2'"))
          .isEqualTo(1);

      Files.delete(folder.resolve("c.json"));
      assertThat(apply(db)).extracting(PlatformFiles.Fault::reason).asString().contains("is gone");
      assertThat(db.count("select count(*) from platform where state = 'ACTIVE'")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void neverOverwritesAKnownRegistration(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      db.transaction(em -> keep(em, db).typed("Example University", values(), actor()));

      assertThatThrownBy(
              () -> db.transaction(em -> keep(em, db).typed("Another", values(), actor())))
          .isInstanceOf(ProblemException.class);
      assertThat(db.count("select count(*) from platform")).isEqualTo(1);
      assertThat(db.count("select count(*) from audit_entry where action = 'platform.registered'"))
          .isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anInvitationIsGoodForOneRegistrationHoweverManyTryAtOnce(TestDatabase kind)
      throws Exception {
    try (OpenDatabase db = kind.open()) {
      UUID institution = institution(db);
      String code =
          db.compute(em -> invitations(em, db).invite(institution, administrator(db), actor()));
      Invitation invitation = db.compute(em -> invitations(em, db).find(code)).orElseThrow();

      assertThat(race(() -> db.compute(em -> invitations(em, db).use(invitation)))).isEqualTo(1);
      assertThat(good(db, code)).isFalse();

      db.transaction(em -> invitations(em, db).giveBack(invitation, "the platform refused"));
      assertThat(good(db, code)).isTrue();

      clock.advance(Invitations.GOOD_FOR);
      assertThat(good(db, code)).isFalse();
      assertThat(db.<Boolean>compute(em -> invitations(em, db).use(invitation))).isFalse();
      assertThat(
              db.count("select count(*) from registration_invitation where code_digest = ?", code))
          .isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anUnknownDeploymentWaitsOnceHoweverManyLaunchesComeAtOnce(TestDatabase kind)
      throws Exception {
    try (OpenDatabase db = kind.open()) {
      UUID platform = db.compute(em -> keep(em, db).typed("Example University", values(), actor()));

      race(
          () -> {
            db.transaction(
                em -> new Deployments(em, db.dataSource(), clock).firstSeen(platform, "new", null));
            return true;
          });

      assertThat(db.count("select count(*) from deployment where state = 'PENDING'")).isEqualTo(1);
      PlatformSnapshot.Content read = db.compute(em -> new PlatformSnapshot(em).read());
      assertThat(read.deployments().getOrDefault(platform, Map.of()).get("new"))
          .isNotNull()
          .matches(each -> !each.active());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void troublesComeAndGo(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      UUID platform = db.compute(em -> keep(em, db).typed("Example University", values(), actor()));
      PlatformTroubles troubles = new PlatformTroubles(db.dataSource(), clock);

      troubles.failed(platform, "roster", "x".repeat(1000));
      troubles.failed(platform, "roster", "again");
      assertThat(troubles.list()).hasSize(1);
      assertThat(troubles.list().get(0).times()).isEqualTo(2);

      troubles.worked(platform, "roster");
      assertThat(troubles.list()).isEmpty();
    }
  }

  private boolean good(OpenDatabase db, String code) {
    return db.compute(em -> invitations(em, db).find(code).isPresent());
  }

  private List<PlatformFiles.Fault> apply(OpenDatabase db) {
    return db.compute(
        em -> {
          PlatformFiles files =
              new PlatformFiles(
                  Optional.empty(), check, keep(em, db), new Platforms(em), new Words());
          files.apply(folder);
          return files.faults();
        });
  }

  private KeepRegistration keep(EntityManager em, OpenDatabase db) {
    return keep(em, db, clock);
  }

  static KeepRegistration keep(EntityManager em, OpenDatabase db, HandClock clock) {
    return new KeepRegistration(
        em,
        new Platforms(em),
        new Deployments(em, db.dataSource(), clock),
        new Institutions(em, new org.badgebridge.database.Sql(db.dataSource()), clock),
        new AuditTrail(em, clock),
        new SilentEvent(),
        clock);
  }

  private Invitations invitations(EntityManager em, OpenDatabase db) {
    return new Invitations(db.dataSource(), new AuditTrail(em, clock), clock);
  }

  static UUID institution(OpenDatabase db) {
    UUID id = UUID.randomUUID();
    db.execute(
        "insert into institution (id, name, default_locale, accent, created_at)"
            + " values (?, 'U', 'en', '#000000', current_timestamp)",
        id);
    return id;
  }

  static UUID administrator(OpenDatabase db) {
    return db.compute(
        em -> {
          var added =
              new org.badgebridge.identity.StaffAccount(
                  "a@example.org", "A", "-", java.util.Locale.ENGLISH, java.time.Instant.EPOCH);
          em.persist(added);
          return added.id();
        });
  }

  private static Registration values() {
    try {
      return RegistrationFile.parse("x.json", CAMPUS).values();
    } catch (RegistrationFile.Unreadable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Actor actor() {
    return Actor.system("test");
  }

  private static long race(Callable<Boolean> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      long won = 0;
      for (Future<Boolean> each : pool.invokeAll(java.util.Collections.nCopies(16, work))) {
        won += each.get() ? 1 : 0;
      }
      return won;
    } finally {
      pool.shutdown();
    }
  }
}
