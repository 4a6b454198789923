package org.badgebridge.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.backpack.kit.SampleKit;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.way.FormerPersons;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.PlannedJobs;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasureDatabaseTest {

  private static final Actor OWNER = Actor.system("test");

  /** Rows that name a learner or person as staff of a course, or to keep them apart. */
  private static final Set<String> NAME_STAFF = Set.of("attachment", "award_rule");

  private final MovableClock clock = new MovableClock();
  private final PlannedJobs jobs = new PlannedJobs();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nothingIsLeftOfAPersonOfWhomEveryTableHeldSomething(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SeededPerson seeded = new SeededPerson(database, clock);
      long awards = database.count("select count(*) from direct_award");
      assertThat(left(database)).hasSizeGreaterThan(20);

      UUID id = ask(database, seeded.person);
      erase(database, id);

      assertThat(left(database)).isEmpty();
      assertThat(database.count("select count(*) from credential")).isZero();
      assertThat(database.count("select count(*) from undeliverable")).isZero();
      assertThat(database.count("select count(*) from direct_award"))
          .as("sums stay")
          .isEqualTo(awards);
      assertThat(
              database.count(
                  "select count(*) from direct_award where id = ? and claimed_at is not null"
                      + " and offered_at is not null",
                  seeded.award))
          .isOne();
      assertThat(lines(database, id))
          .as("every table was seeded, and stands on the receipt")
          .hasSize(Holdings.ALL.size())
          .allSatisfy(line -> assertThat(line.rows()).as(line.table()).isPositive());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatAJoinedBackpackLeftBehindGoesTooAlsoOfAChain(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SeededPerson seeded = new SeededPerson(database, clock);
      UUID second = joined(database, seeded.person);
      UUID now = joined(database, second);
      JsonObject export = database.compute(em -> exporting(em).export(now, OWNER));
      assertThat(export.getJsonObject("tables").getJsonArray("portfolio")).isNotEmpty();

      erase(database, ask(database, now));

      assertThat(left(database)).isEmpty();
      assertThat(database.count("select count(*) from person_join")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aBackpackThatIsApartAgainStays(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SeededPerson seeded = new SeededPerson(database, clock);
      UUID other = joined(database, seeded.person);
      database.execute("update person_join set undone_at = joined_at where into_id = ?", other);
      List<String> before = left(database);

      erase(database, ask(database, other));

      assertThat(left(database)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anotherPersonKeepsEverything(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SeededPerson other = new SeededPerson(database, clock);
      SampleAward gone = SampleKit.claimed(database, other.course, clock);
      List<String> before = left(database);

      erase(database, ask(database, gone.person));

      assertThat(left(database)).isEqualTo(before);
      assertThat(
              database.count("select count(*) from credential where person_id = ?", other.person))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void canBeCalledOffAndIsAskedForOnce(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SeededPerson seeded = new SeededPerson(database, clock);
      UUID id = ask(database, seeded.person);
      assertThat(ask(database, seeded.person)).isEqualTo(id);
      assertThat(jobs.owed).containsExactly("erase-person " + id);

      database.transaction(em -> asking(em).callOff(seeded.person, OWNER));
      List<String> before = left(database);
      erase(database, id);

      assertThat(left(database)).isEqualTo(before);
      assertThat(lines(database, id)).isEmpty();
      assertThat(ask(database, seeded.person)).isNotEqualTo(id);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void waitsSevenDaysAndHappensOnce(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SeededPerson seeded = new SeededPerson(database, clock);
      UUID id = ask(database, seeded.person);
      Erasures.Erasure asked =
          database.compute(em -> new Erasures(sql(em), clock).find(id).orElseThrow());
      assertThat(asked.dueAt()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
      erase(database, id);
      erase(database, id);
      assertThat(lines(database, id)).hasSize(Holdings.ALL.size());
      assertThat(database.count("select count(*) from audit_entry where action = 'person.erased'"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void handsOutEveryTableWithoutSecrets(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SeededPerson seeded = new SeededPerson(database, clock);
      JsonObject export = database.compute(em -> exporting(em).export(seeded.person, OWNER));
      JsonObject tables = export.getJsonObject("tables");
      for (Holding each : Holdings.ALL) {
        assertThat(tables.getJsonArray(each.table())).as(each.table()).isNotEmpty();
      }
      assertThat(tables.getJsonArray("lms_user").getJsonObject(0).getString("email"))
          .isEqualTo(SeededPerson.EMAIL);
      assertThat(export.toString()).doesNotContain("token_digest", "bearer_digest");
    }
  }

  @Test
  void everyTextIsErasedOrKnownToBeHarmless() {
    try (OpenDatabase database = TestDatabase.H2.open()) {
      Set<String> unknown = new TreeSet<>(Seeds.texts(database));
      unknown.removeAll(Harmless.COLUMNS);
      unknown.removeIf(ErasureDatabaseTest::goes);
      assertThat(unknown).as("say what becomes of it: Holdings, or Harmless").isEmpty();
    }
  }

  @Test
  void everyTableThatNamesAPersonIsErased() {
    try (OpenDatabase database = TestDatabase.H2.open()) {
      Set<String> erased = Holdings.ALL.stream().map(Holding::table).collect(Collectors.toSet());
      for (String owner : new String[] {"person", "lms_user", "credential"}) {
        Set<String> naming = new TreeSet<>(Seeds.naming(database, owner));
        naming.removeAll(erased);
        naming.removeAll(NAME_STAFF);
        assertThat(naming).as("tables that name a row of " + owner).isEmpty();
      }
    }
  }

  /** Whether a column goes with its row, or is overwritten. */
  private static boolean goes(String column) {
    String table = column.substring(0, column.indexOf('.'));
    String name = column.substring(column.indexOf('.') + 1);
    return Holdings.ALL.stream()
        .filter(each -> each.table().equals(table))
        .anyMatch(each -> each.deletes() || (" " + each.set()).contains(" " + name + " = "));
  }

  /** Every column in which the word stands. */
  private static List<String> left(OpenDatabase database) {
    List<String> found = new ArrayList<>();
    for (String column : Seeds.texts(database)) {
      String table = column.substring(0, column.indexOf('.'));
      String name = column.substring(column.indexOf('.') + 1);
      long rows =
          database.count(
              "select count(*) from "
                  + table
                  + " where lower(cast("
                  + name
                  + " as varchar(100000))) like ?",
              "%" + SeededPerson.WORD + "%");
      if (rows > 0) {
        found.add(column);
      }
    }
    return found;
  }

  /** A person into whose backpack another came, of whom all rows stay where they were. */
  private static UUID joined(OpenDatabase database, UUID from) {
    UUID into = UUID.randomUUID();
    database.execute("insert into person (id, created_at) values (?, ?)", into, SampleCourse.THEN);
    database.execute(
        "insert into person_join (id, from_id, into_id, joined_at) values (?, ?, ?, ?)",
        UUID.randomUUID(),
        from,
        into,
        SampleCourse.THEN);
    return into;
  }

  private ExportHoldings exporting(EntityManager em) {
    Sql sql = sql(em);
    return new ExportHoldings(new FormerPersons(sql), sql, new AuditTrail(em, clock), clock);
  }

  private UUID ask(OpenDatabase database, UUID person) {
    return database.compute(em -> asking(em).ask(person, OWNER));
  }

  private AskForErasure asking(EntityManager em) {
    Sql sql = sql(em);
    return new AskForErasure(new Erasures(sql, clock), jobs, new AuditTrail(em, clock), sql, clock);
  }

  private void erase(OpenDatabase database, UUID id) {
    database.transaction(
        em -> {
          Sql sql = sql(em);
          new EraseHoldings(
                  new Erasures(sql, clock), new FormerPersons(sql), new AuditTrail(em, clock), sql)
              .erase(id);
        });
  }

  private List<Erasures.Line> lines(OpenDatabase database, UUID id) {
    return database.compute(em -> new Erasures(sql(em), clock).lines(id));
  }

  private static Sql sql(EntityManager em) {
    return new Sql(JoinedDataSource.of(em));
  }
}
