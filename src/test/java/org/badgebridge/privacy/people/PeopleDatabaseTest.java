package org.badgebridge.privacy.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.function.Consumer;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.way.WayNotices;
import org.badgebridge.institution.Institutions;
import org.badgebridge.privacy.AskForErasure;
import org.badgebridge.privacy.Erasures;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.PlannedJobs;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Administrators find whom their institution knows, and have somebody erased. */
class PeopleDatabaseTest {

  private static final Actor HEAD = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "test");

  private static final Actor OPERATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "test");

  private final MovableClock clock = new MovableClock();
  private final PlannedJobs jobs = new PlannedJobs();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void findsByWordsWhomTheInstitutionKnowsAndNobodyElse(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      var course = new SampleCourse(database);
      var stranger = new SampleCourse(database);
      course.learner("Ada Lovelace");
      course.learner("Alan Turing");
      stranger.learner("Ada Stranger");
      database.execute(
          "insert into lms_user (id, institution_id, person_id, known_by, known_as, name,"
              + " test_user, created_at, updated_at) values (?, ?, ?, 'EMAIL', 'ada@home.example',"
              + " 'Ada Named', false, ?, ?)",
          UUID.randomUUID(),
          course.institution,
          person(database),
          SampleCourse.THEN,
          SampleCourse.THEN);

      read(
          database,
          people -> {
            assertThat(people.search(course.institution, "ADA").people())
                .extracting(KnownPeople.Someone::name)
                .containsExactly("Ada Lovelace", "Ada Named");
            assertThat(people.search(course.institution, "ada turing").people()).isEmpty();
            assertThat(people.search(course.institution, "%").people()).isEmpty();
            assertThat(people.search(course.institution, " ").people()).hasSize(4);
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysThatThereAreMoreThanItShows(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      var course = new SampleCourse(database);
      for (int i = 0; i < KnownPeople.FOUND + 1; i++) {
        course.learner("Learner " + i);
      }
      read(
          database,
          people -> {
            KnownPeople.Found found = people.search(course.institution, "learner");
            assertThat(found.people()).hasSize(KnownPeople.FOUND);
            assertThat(found.more()).isTrue();
            assertThat(people.search(course.institution, "learner 50").more()).isFalse();
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoIsErasedIsToldAtEachAddressAndTheReasonStays(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      var course = new SampleCourse(database);
      UUID ada = personOf(database, course.learner("Ada"));
      database.execute("update lms_user set email = 'Ada@school.example', locale = 'nl'");
      database.execute(
          "insert into person_address (id, person_id, address, for_mail, verified_at)"
              + " values (?, ?, ?, true, ?)",
          UUID.randomUUID(),
          ada,
          "ada@home.example",
          SampleCourse.THEN);

      ask(database, course.institution, ada, HEAD);
      ask(database, course.institution, ada, HEAD);

      assertThat(database.count("select count(*) from erasure where ground = 'ASKED'")).isOne();
      assertThat(
              database.count(
                  "select count(*) from way_notice where what = 'ERASURE'"
                      + " and address in ('ada@school.example', 'ada@home.example')"))
          .isEqualTo(2);
      assertThat(jobs.owed).filteredOn(each -> each.startsWith("tell-of-ways")).hasSize(2);
      assertThat(jobs.owed).filteredOn(each -> each.startsWith("erase-person")).hasSize(1);
      assertThat(
              database.count(
                  "select count(*) from audit_entry where action = 'erasure.asked'"
                      + " and reason = 'ASKED' and institution_id = ?",
                  course.institution))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whomAnotherInstitutionKnowsOnlyOperatorsErase(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      var course = new SampleCourse(database);
      var other = new SampleCourse(database);
      UUID ada = personOf(database, course.learner("Ada"));
      UUID both = other.learner("Ada");
      database.execute("update lms_user set person_id = ? where id = ?", ada, both);

      assertThatThrownBy(() -> ask(database, course.institution, ada, HEAD))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.FORBIDDEN));
      assertThat(database.count("select count(*) from erasure")).isZero();
      ask(database, course.institution, ada, OPERATOR);
      assertThat(database.count("select count(*) from erasure")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoIsNotKnownIsNotFound(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      var course = new SampleCourse(database);
      UUID stranger = personOf(database, new SampleCourse(database).learner("Stranger"));
      assertThatThrownBy(() -> ask(database, course.institution, stranger, OPERATOR))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
      assertThat(database.count("select count(*) from erasure")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anInstitutionCallsOffOnlyWhatItAskedFor(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      var course = new SampleCourse(database);
      UUID ada = personOf(database, course.learner("Ada"));
      UUID alan = personOf(database, course.learner("Alan"));
      ask(database, course.institution, ada, HEAD);
      database.transaction(em -> asking(em).ask(alan, new Actor(Actor.Kind.LEARNER, alan, "test")));

      database.transaction(em -> desk(em).callOff(course.institution, ada, HEAD));
      database.transaction(em -> desk(em).callOff(course.institution, alan, HEAD));

      assertThat(waiting(database, ada)).isFalse();
      assertThat(waiting(database, alan)).isTrue();
    }
  }

  private void ask(OpenDatabase database, UUID institution, UUID person, Actor actor) {
    database.transaction(em -> desk(em).ask(institution, person, Erasures.Ground.ASKED, actor));
  }

  private boolean waiting(OpenDatabase database, UUID person) {
    return database.compute(em -> new Erasures(sql(em), clock).waiting(person).isPresent());
  }

  private static void read(OpenDatabase database, Consumer<KnownPeople> reading) {
    database.transaction(em -> reading.accept(new KnownPeople(sql(em))));
  }

  private EraseByStaff desk(EntityManager em) {
    Sql sql = sql(em);
    return new EraseByStaff(
        new KnownPeople(sql),
        asking(em),
        new Erasures(sql, clock),
        new Institutions(em, sql, clock),
        new WayNotices(sql, clock),
        jobs,
        clock);
  }

  private AskForErasure asking(EntityManager em) {
    Sql sql = sql(em);
    return new AskForErasure(new Erasures(sql, clock), jobs, new AuditTrail(em, clock), sql, clock);
  }

  private static UUID personOf(OpenDatabase database, UUID lmsUser) {
    return database.compute(
        em ->
            sql(em)
                .first(
                    "select person_id from lms_user where id = ?",
                    row -> row.uuid("person_id"),
                    lmsUser)
                .orElseThrow());
  }

  private static UUID person(OpenDatabase database) {
    UUID id = UUID.randomUUID();
    database.execute("insert into person (id, created_at) values (?, ?)", id, SampleCourse.THEN);
    return id;
  }

  private static Sql sql(EntityManager em) {
    return new Sql(JoinedDataSource.of(em));
  }
}
