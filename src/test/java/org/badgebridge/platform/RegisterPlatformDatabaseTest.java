package org.badgebridge.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.external.Outbound;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Institutions;
import org.badgebridge.platform.FakePlatform.Reply;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegisterPlatformDatabaseTest {

  private static final String TAKEN =
      """
      {"client_id": "new-client",
       "https://purl.imsglobal.org/spec/lti-tool-configuration": {"deployment_id": "7"}}
      """;

  private final HandClock clock = new HandClock();
  private final PublicOrigin origin = new PublicOrigin("http://127.0.0.1:8080");
  private FakePlatform lms;

  @BeforeEach
  void start() throws IOException {
    lms = new FakePlatform();
    lms.answers(
        "/configuration",
        new Reply(
            200,
            """
            {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
             "jwks_uri": "%1$s/jwks", "registration_endpoint": "%1$s/register",
             "https://purl.imsglobal.org/spec/lti-platform-configuration":
               {"product_family_code": "moodle"}}
            """
                .formatted(lms.at(""))));
    lms.answers("/register", new Reply(200, TAKEN));
  }

  @AfterEach
  void stop() {
    lms.close();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsWhatThePlatformGaveUntilAnAdministratorApproves(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      String code = invite(db);

      assertThat(register(db, code, "secret")).isNull();

      assertThat(lms.last("/configuration").header("Authorization")).isEqualTo("Bearer secret");
      assertThat(lms.last("/register").header("Authorization")).isEqualTo("Bearer secret");
      assertThat(lms.last("/register").body()).contains("initiate_login_uri");
      assertThat(
              db.count(
                  "select count(*) from platform where state = 'PENDING' and product = 'moodle'"
                      + " and origin = 'REGISTRATION' and client_id = 'new-client'"))
          .isEqualTo(1);
      assertThat(db.count("select count(*) from deployment where deployment_id = '7'"))
          .isEqualTo(1);
      assertThat(register(db, code, "secret")).isEqualTo("platform.register.invitation");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void sendsNoAuthorizationWithoutAToken(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      assertThat(register(db, invite(db), null)).isNull();
      assertThat(lms.last("/register").header("Authorization")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void givesTheInvitationBackWhenThePlatformRefuses(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      String code = invite(db);

      lms.answers("/register", new Reply(401, "token used"));
      assertThat(register(db, code, "old")).isEqualTo("platform.register.token");
      lms.answers("/register", new Reply(422, "{\"errors\":[{\"message\":\"no\"}]}"));
      assertThat(register(db, code, "x")).isEqualTo("platform.register.refused");
      lms.answers("/register", new Reply(200, "{}"));
      assertThat(register(db, code, "x")).isEqualTo("platform.register.no-client");
      lms.answers("/register", new Reply(302, "", Map.of("Location", lms.at("/token"))));
      assertThat(register(db, code, "x")).isEqualTo("platform.register.refused");
      assertThat(db.count("select count(*) from platform")).isZero();
      assertThat(
              db.count(
                  "select count(*) from audit_entry where action = 'platform.registration-failed'"))
          .isEqualTo(4);

      lms.answers("/register", new Reply(201, TAKEN));
      assertThat(register(db, code, "x")).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void confirmsAPlatformThatRegistersAgainWithTheSameAddresses(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      assertThat(register(db, invite(db), null)).isNull();
      db.execute("update platform set state = 'ACTIVE', name = 'Our Moodle'");
      String code = invite(db);

      assertThat(register(db, code, "reg-update")).isNull();

      assertThat(db.count("select count(*) from platform_change")).isZero();
      assertThat(
              db.count(
                  "select count(*) from platform where state = 'ACTIVE' and name = 'Our Moodle'"))
          .isOne();
      assertThat(db.count("select count(*) from audit_entry where action = 'platform.confirmed'"))
          .isOne();
      assertThat(register(db, code, null)).isEqualTo("platform.register.invitation");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void otherAddressesOfAKnownPlatformWaitForAnAdministrator(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      assertThat(register(db, invite(db), null)).isNull();
      db.execute("update platform set auth_token_url = 'https://lms.example.org/kept'");

      assertThat(register(db, invite(db), "reg-update")).isNull();
      assertThat(register(db, invite(db), "reg-update")).isNull();

      assertThat(tokenAddresses(db, "https://lms.example.org/kept")).isOne();
      UUID platform = known(db, "platform");
      List<PlatformChange.Line> wanted =
          db.compute(
              em ->
                  new Platforms(em)
                      .change(platform)
                      .orElseThrow()
                      .lines(new Platforms(em).get(platform).registration()));
      assertThat(wanted)
          .containsExactly(
              new PlatformChange.Line(
                  "auth_token_url", "https://lms.example.org/kept", lms.at("/token")));

      decide(db, platform, true);
      assertThat(tokenAddresses(db, lms.at("/token"))).isOne();
      assertThat(db.count("select count(*) from platform_change")).isZero();
      assertThatThrownBy(() -> decide(db, platform, true)).isInstanceOf(ProblemException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anAdministratorMayLeaveAKnownPlatformAsItIs(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      assertThat(register(db, invite(db), null)).isNull();
      db.execute("update platform set key_set_url = 'https://lms.example.org/kept'");
      assertThat(register(db, invite(db), "reg-update")).isNull();

      decide(db, known(db, "platform"), false);

      assertThat(
              db.count(
                  "select count(*) from platform"
                      + " where key_set_url = 'https://lms.example.org/kept'"))
          .isOne();
      assertThat(db.count("select count(*) from platform_change")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesThePlatformOfAnotherInstitution(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      assertThat(register(db, invite(db), null)).isNull();
      UUID other = UUID.randomUUID();
      db.execute(
          "insert into institution (id, name, default_locale, accent, created_at)"
              + " values (?, 'Other', 'en', '#000000', current_timestamp)",
          other);
      String code =
          db.compute(
              em ->
                  invitations(em, db)
                      .invite(other, known(db, "staff_account"), Actor.system("test")));

      assertThat(register(db, code, null)).isEqualTo("platform.known-already");

      assertThat(db.count("select count(*) from platform")).isOne();
      assertThat(db.count("select count(*) from platform_change")).isZero();
    }
  }

  private static long tokenAddresses(OpenDatabase db, String address) {
    return db.count("select count(*) from platform where auth_token_url = ?", address);
  }

  private void decide(OpenDatabase db, UUID platform, boolean take) {
    db.transaction(
        em ->
            new DecideRegistration(
                    new Platforms(em),
                    new Deployments(em, db.dataSource(), clock),
                    new Institutions(em, new Sql(db.dataSource()), clock),
                    new AuditTrail(em, clock),
                    new SilentEvent(),
                    new Heard<>())
                .change(platform, take, Actor.system("test")));
  }

  /** The key of the failure, or null if it worked. */
  private @Nullable String register(OpenDatabase db, String code, @Nullable String token) {
    return db.compute(
        em -> {
          try {
            registrar(em, db).register(code, URI.create(lms.at("/configuration")), token);
            return null;
          } catch (RegistrationFailed e) {
            return e.key();
          }
        });
  }

  private RegisterPlatform registrar(EntityManager em, OpenDatabase db) {
    return new RegisterPlatform(
        invitations(em, db),
        RegistrationDatabaseTest.keep(em, db, clock),
        new RegistrationCheck(origin),
        new Outbound(origin),
        origin);
  }

  private Invitations invitations(EntityManager em, OpenDatabase db) {
    return new Invitations(db.dataSource(), new AuditTrail(em, clock), clock);
  }

  private String invite(OpenDatabase db) {
    UUID institution =
        db.count("select count(*) from institution") == 0
            ? RegistrationDatabaseTest.institution(db)
            : known(db, "institution");
    UUID administrator =
        db.count("select count(*) from staff_account") == 0
            ? RegistrationDatabaseTest.administrator(db)
            : known(db, "staff_account");
    return db.compute(
        em -> invitations(em, db).invite(institution, administrator, Actor.system("test")));
  }

  private static UUID known(OpenDatabase db, String table) {
    return new org.badgebridge.database.Sql(db.dataSource())
        .first("select id from " + table, row -> row.uuid("id"))
        .orElseThrow();
  }
}
