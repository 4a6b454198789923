package org.badgebridge.passback.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Institutions;
import org.badgebridge.passback.connector.KeepConnector.Made;
import org.badgebridge.passback.connector.KeepConnector.Typed;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.staff.ApiClients;
import org.badgebridge.staff.Rights;
import org.badgebridge.staff.StaffMemberships;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeepConnectorDatabaseTest {

  private static final Actor OPERATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "operator");
  private static final Actor STRANGER = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "stranger");

  /** A kind that makes its own secret. */
  private static final ConnectorKind OURS = new Kind("ours", ConnectorKind.Secret.OURS);

  /** A kind whose secret the other side gives. */
  private static final ConnectorKind THEIRS = new Kind("theirs", ConnectorKind.Secret.THEIRS);

  private record Kind(String source, Secret secret) implements ConnectorKind {

    @Override
    public List<Field> fields() {
      return List.of(
          new Field("site", Field.Type.URL, true, 200),
          new Field("note", Field.Type.TEXT, false, 5));
    }

    @Override
    public List<Value> values(Connector connector) {
      return List.of();
    }

    @Override
    public Trial test(Connector connector) {
      return Trial.of(true, "passback.connector.on");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void makesASecretThatIsKeptSealedAndShownOnce(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      Made made = make(database, course, "ours", typed("https://lms.example", null), OPERATOR);
      String secret = Objects.requireNonNull(made.secret());
      assertThat(secret).hasSize(43);
      assertThat(stored(database, made.id())).doesNotContain(secret);
      assertThat(secret(database, made.id())).isEqualTo(secret);
      assertThat(database.count("select count(*) from audit_entry where action = 'connector.made'"))
          .isOne();

      Made renewed = database.compute(em -> keep(em).renewSecret(made.id(), OPERATOR));
      assertThat(renewed.secret()).isNotEqualTo(secret);
      assertThat(secret(database, made.id())).isEqualTo(renewed.secret());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsTheSecretOfTheOtherSideUntilANewOneIsTyped(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      Made made = make(database, course, "theirs", typed("https://lms.example", "t0ken"), OPERATOR);
      assertThat(made.secret()).isNull();
      change(database, made.id(), typed("https://other.example", ""));
      assertThat(secret(database, made.id())).isEqualTo("t0ken");
      assertThat(found(database, made.id()).setting("site")).isEqualTo("https://other.example");
      change(database, made.id(), typed("https://other.example", "t1ken"));
      assertThat(secret(database, made.id())).isEqualTo("t1ken");
      assertThatThrownBy(() -> database.compute(em -> keep(em).renewSecret(made.id(), OPERATOR)))
          .isInstanceOf(ProblemException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void namesEveryFaultByItsField(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      Typed typed = new Typed(" ", Map.of("site", "ftp://x", "note", "too long"), null);
      InvalidFields faults =
          catchThrowableOfType(
              InvalidFields.class, () -> make(database, course, "theirs", typed, OPERATOR));
      assertThat(faults.faults())
          .extracting(FieldFault::field)
          .containsExactlyInAnyOrder("name", "site", "note", "secret");
      assertThat(database.count("select count(*) from connector")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void strangersFindNothingAndForeignPlatformsAreNone(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      var other = new SampleCourse(database);
      Typed typed = typed("https://lms.example", null);
      UUID id = make(database, course, "ours", typed, OPERATOR).id();
      refused(() -> make(database, course, "ours", typed, STRANGER));
      refused(() -> database.transaction(em -> keep(em).switchTo(id, false, STRANGER)));
      refused(() -> database.transaction(em -> keep(em).change(id, typed, STRANGER)));
      refused(() -> database.compute(em -> keep(em).renewSecret(id, STRANGER)));
      refused(
          () ->
              database.compute(
                  em ->
                      keep(em).make(course.institution, "ours", other.platform, typed, OPERATOR)));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneThatIsOffIsNotActive(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID id = make(database, course, "ours", typed("https://lms.example", null), OPERATOR).id();
      assertThat(connectors(database).active(id, "ours")).isPresent();
      assertThat(connectors(database).active(id, "theirs")).isEmpty();
      database.transaction(em -> keep(em).switchTo(id, false, OPERATOR));
      assertThat(connectors(database).active(id, "ours")).isEmpty();
    }
  }

  private static void refused(ThrowingCallable deed) {
    assertThatThrownBy(deed).isInstanceOf(ProblemException.class).hasMessageContaining("not-found");
  }

  private static Typed typed(String site, @Nullable String secret) {
    return new Typed("Records", Map.of("site", site, "note", ""), secret);
  }

  private static Made make(
      OpenDatabase database, SampleCourse course, String source, Typed typed, Actor actor) {
    return database.compute(
        em -> keep(em).make(course.institution, source, course.platform, typed, actor));
  }

  private static void change(OpenDatabase database, UUID id, Typed typed) {
    database.transaction(em -> keep(em).change(id, typed, OPERATOR));
  }

  private static Connectors connectors(OpenDatabase database) {
    return new Connectors(new Sql(database.dataSource()), ConnectorDesk.SEALER);
  }

  private static Connector found(OpenDatabase database, UUID id) {
    return connectors(database).get(id);
  }

  private static String secret(OpenDatabase database, UUID id) {
    return connectors(database).secret(id).orElseThrow();
  }

  private static String stored(OpenDatabase database, UUID id) {
    return new Sql(database.dataSource())
        .first("select secret from connector where id = ?", row -> row.text("secret"), id)
        .orElseThrow();
  }

  private static KeepConnector keep(EntityManager em) {
    Clock clock = new MovableClock();
    Sql sql = new Sql(JoinedDataSource.of(em));
    return new KeepConnector(
        sql,
        new Connectors(sql, ConnectorDesk.SEALER),
        new ConnectorKinds(List.of(OURS, THEIRS)),
        new ConnectorPlatforms(sql),
        new Rights(
            new StaffMemberships(em),
            new ApiClients(em, sql, clock),
            new Institutions(em, sql, clock)),
        new AuditTrail(em, clock),
        clock);
  }
}
