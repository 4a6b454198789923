package org.badgebridge.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose a deployment is, where several institutions share one client id. */
class DecideDeploymentDatabaseTest {

  private static final Actor ADMINISTRATOR = Actor.system("test");

  private final HandClock clock = new HandClock();
  private final Heard<DeploymentReplaced> replaced = new Heard<>();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void belongsToTheInstitutionItIsApprovedFor(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      var sample = new SampleCourse(db);
      UUID id = waiting(db, sample);

      decide(db, each -> each.approve(sample.platform, id, " Other University ", ADMINISTRATOR));

      assertThat(institutionOf(db, sample, "other"))
          .isNotEqualTo(sample.institution)
          .isEqualTo(id(db, "select id from institution where name = 'Other University'"));
      assertThat(institutionOf(db, sample, "1")).isEqualTo(sample.institution);
      assertThat(
              db.count(
                  "select count(*) from audit_entry e join institution i on i.id = e.institution_id"
                      + " where e.action = 'deployment.approved' and i.name = 'Other University'"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void belongsToThePlatformsInstitutionUnlessSaidOtherwise(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      var sample = new SampleCourse(db);
      UUID id = waiting(db, sample);

      decide(db, each -> each.approve(sample.platform, id, " ", ADMINISTRATOR));
      assertThat(institutionOf(db, sample, "other")).isEqualTo(sample.institution);

      decide(db, each -> each.disable(sample.platform, id, ADMINISTRATOR));
      decide(db, each -> each.approve(sample.platform, id, "Other University", ADMINISTRATOR));
      assertThat(institutionOf(db, sample, "other")).isNotEqualTo(sample.institution);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsWaitingWhenTheNameIsTooLong(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      var sample = new SampleCourse(db);
      UUID id = waiting(db, sample);

      assertThatThrownBy(
              () ->
                  decide(
                      db,
                      each -> each.approve(sample.platform, id, "x".repeat(201), ADMINISTRATOR)))
          .isInstanceOf(ProblemException.class);
      assertThat(db.count("select count(*) from deployment where state = 'PENDING'")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aNewIdTakesTheOldOnesPlaceAndMayLaunch(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      var sample = new SampleCourse(db);
      UUID id = waiting(db, sample);
      UUID owner = new SampleCourse(db).institution;
      db.execute("update deployment set institution_id = ? where id = ?", owner, sample.deployment);

      decide(db, each -> each.replaced(sample.platform, "1", " other ", ADMINISTRATOR));

      assertThat(institutionOf(db, sample, "other")).isEqualTo(owner);
      assertThat(replaced.events)
          .containsExactly(new DeploymentReplaced(sample.deployment, id, owner, ADMINISTRATOR));
      assertThat(
              db.count(
                  "select count(*) from audit_entry where action = 'deployment.replaced'"
                      + " and institution_id = ? and reason = 'was 1'",
                  owner))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesToReplaceWhatIsNotThereTheSameOrAnothers(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      var sample = new SampleCourse(db);
      UUID id = waiting(db, sample);
      refuses(db, sample, "1", "1", "platform.replaced.same");
      refuses(db, sample, "1", "never", "platform.replaced.unknown");
      refuses(db, sample, "never", "other", "platform.replaced.unknown");
      decide(db, each -> each.approve(sample.platform, id, "Other University", ADMINISTRATOR));
      refuses(db, sample, "1", "other", "platform.replaced.other-institution");
      assertThat(replaced.events).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aToolThatWasAddedAnewGoesOnUnderItsNewClientId(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      var sample = new SampleCourse(db);
      follow(db, sample, "anew", "1", "7");

      assertThat(clientOf(db, sample.platform)).isEqualTo("anew ACTIVE");
      assertThat(institutionOf(db, sample, "7")).isEqualTo(sample.institution);
      assertThat(replaced.events).hasSize(1);
      assertThat(
              db.count(
                  "select count(*) from audit_entry where action = 'platform.client-replaced'"
                      + " and reason = 'was tool' and institution_id = ?",
                  sample.institution))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aRegistrationMadeAnewStepsAsideUnlessPeopleCameByIt(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      var sample = new SampleCourse(db);
      var anew = new SampleCourse(db);
      db.execute(
          "update platform set client_id = 'anew', issuer = ? where id = ?",
          "https://lms.example/" + sample.platform,
          anew.platform);
      assertThatThrownBy(() -> follow(db, sample, "anew", "1", "7"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.detailKey()).isEqualTo("platform.replaced.used"));
      assertThat(clientOf(db, sample.platform)).isEqualTo("tool ACTIVE");

      db.execute("update platform set client_id = 'used' where id = ?", anew.platform);
      UUID waiting = UUID.randomUUID();
      db.execute(
          "insert into platform (id, institution_id, name, product, issuer, client_id,"
              + " auth_login_url, auth_token_url, key_set_url, state, origin, created_at, version)"
              + " select ?, institution_id, name, product, issuer, 'anew', auth_login_url,"
              + " auth_token_url, key_set_url, 'PENDING', origin, created_at, 1"
              + " from platform where id = ?",
          waiting,
          sample.platform);
      follow(db, sample, "anew", "1", "7");
      assertThat(clientOf(db, sample.platform)).isEqualTo("anew ACTIVE");
      assertThat(clientOf(db, waiting)).isEqualTo("tool DISABLED");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsItsClientIdIfTheOldDeploymentIsUnknown(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      var sample = new SampleCourse(db);
      assertThatThrownBy(() -> follow(db, sample, "anew", "never", "7"))
          .isInstanceOf(ProblemException.class);
      assertThat(clientOf(db, sample.platform)).isEqualTo("tool ACTIVE");
      assertThat(db.count("select count(*) from deployment where deployment_id = '7'")).isZero();
    }
  }

  private void follow(
      OpenDatabase db, SampleCourse sample, String client, String oldId, String newId) {
    db.transaction(
        em ->
            new FollowClient(
                    new Platforms(em),
                    new Deployments(em, db.dataSource(), clock),
                    decisions(db, em),
                    em,
                    new Sql(JoinedDataSource.of(em)),
                    new AuditTrail(em, clock))
                .follow(sample.platform, client, oldId, newId, ADMINISTRATOR));
  }

  private static String clientOf(OpenDatabase db, UUID platform) {
    return new Sql(db.dataSource())
        .first(
            "select client_id, state from platform where id = ?",
            row -> row.text("client_id") + " " + row.text("state"),
            platform)
        .orElseThrow();
  }

  private void refuses(OpenDatabase db, SampleCourse sample, String old, String now, String key) {
    assertThatThrownBy(
            () -> decide(db, each -> each.replaced(sample.platform, old, now, ADMINISTRATOR)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.detailKey()).isEqualTo(key));
  }

  private UUID waiting(OpenDatabase db, SampleCourse sample) {
    StoredPlatforms.deployments(db, clock)
        .firstSeen(sample.platform, "other", "Other University · https://learn.other.example");
    return id(db, "select id from deployment where deployment_id = 'other'");
  }

  private static UUID id(OpenDatabase db, String query) {
    return new Sql(db.dataSource()).first(query, row -> row.uuid("id")).orElseThrow();
  }

  private static UUID institutionOf(OpenDatabase db, SampleCourse sample, String deployment) {
    PlatformSnapshot.Content read = db.compute(em -> new PlatformSnapshot(em).read());
    Platform platform = Objects.requireNonNull(read.platforms().get(sample.platform));
    return Objects.requireNonNull(read.deployments().get(sample.platform)).values().stream()
        .filter(each -> each.deploymentId().equals(deployment))
        .findFirst()
        .orElseThrow()
        .institutionOn(platform);
  }

  private void decide(OpenDatabase db, Consumer<DecideRegistration> decision) {
    db.transaction(em -> decision.accept(decisions(db, em)));
  }

  private DecideRegistration decisions(OpenDatabase db, EntityManager em) {
    return new DecideRegistration(
        new Platforms(em),
        new Deployments(em, db.dataSource(), clock),
        new Institutions(em, new Sql(db.dataSource()), clock),
        new AuditTrail(em, clock),
        new SilentEvent(),
        replaced);
  }
}
