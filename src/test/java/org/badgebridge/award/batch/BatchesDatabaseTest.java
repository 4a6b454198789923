package org.badgebridge.award.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.batch.file.TableFile;
import org.badgebridge.identity.Actor;
import org.badgebridge.keys.Digests;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that award many at once. */
class BatchesDatabaseTest {

  private static final Actor STAFF = new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "test");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void sortsTheRowsBeforeAnythingIsAwarded(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      database.execute(
          "update institution set eppn_pattern = '.*@uni[.]example' where id = ?",
          course.institution);
      UUID held = upload(database, badge, "eppn\nheld@uni.example\nopen@uni.example");
      run(database, held, null);
      database.execute(
          "update direct_award set state = 'CLAIMED', claimed_at = offered_at where lms_user_id ="
              + " (select id from lms_user where known_as = 'held@uni.example')");

      UUID batch =
          upload(
              database,
              badge,
              """
              eppn,email,name
              new@uni.example,,New
              NEW@uni.example,,New again
              held@uni.example,,Held
              open@uni.example,,Open
              else@other.example,,Elsewhere
              ,ada@mail.example,Ada
              ,nameless@mail.example,
              ,no address,Nobody
              ,,Nobody at all
              """);

      assertThat(counts(database, batch))
          .isEqualTo(
              Map.of(
                  Verdict.GOOD,
                  2,
                  Verdict.DUPLICATE,
                  1,
                  Verdict.HELD,
                  1,
                  Verdict.OPEN,
                  1,
                  Verdict.INVALID,
                  4));
      database.transaction(
          em ->
              assertThat(desk(em).batches.rows(batch, Verdict.INVALID, 0, 10))
                  .extracting(BatchRow::number, BatchRow::fault)
                  .containsExactly(
                      tuple(6, "else@other.example is not one of this institution."),
                      tuple(8, "A learner who is named by e-mail address needs a name."),
                      tuple(9, "no address is no e-mail address."),
                      tuple(10, "No eppn and no e-mail address.")));
      assertThat(database.count("select count(*) from direct_award")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void awardsTheGoodRowsOnceHoweverOftenItRunsOrIsUploaded(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      StringBuilder table = new StringBuilder("eppn;narrative\n");
      for (int i = 0; i < AwardRows.BATCH * 2 + 5; i++) {
        table.append("s").append(i).append("@uni.example;Did it ").append(i).append('\n');
      }
      UUID batch = upload(database, badge, table.toString());
      database.transaction(em -> desk(em).starting.start(batch, null, STAFF));
      database.transaction(em -> desk(em).starting.start(batch, null, STAFF));
      database.transaction(em -> assertThat(desk(em).rows.next(batch)).isTrue());
      // the process dies in the middle of the second part
      assertThatThrownBy(
              () ->
                  database.transaction(
                      em -> {
                        desk(em).rows.next(batch);
                        throw new IllegalStateException("killed");
                      }))
          .hasMessage("killed");
      assertThat(database.count("select count(*) from direct_award")).isEqualTo(AwardRows.BATCH);
      finish(database, batch);
      finish(database, batch);

      assertThat(database.count("select count(*) from direct_award where state = 'OFFERED'"))
          .isEqualTo(AwardRows.BATCH * 2 + 5);
      assertThat(
              database.count(
                  "select count(*) from direct_award where origin = 'CSV' and batch_id = ?"
                      + " and details like '%Did it%'",
                  batch))
          .isEqualTo(AwardRows.BATCH * 2 + 5);
      assertThat(upload(database, badge, table.toString())).isEqualTo(batch);
      UUID changed = upload(database, badge, table + "one-more@uni.example;Late\n");
      assertThat(counts(database, changed))
          .isEqualTo(Map.of(Verdict.GOOD, 1, Verdict.OPEN, AwardRows.BATCH * 2 + 5));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void undoneInTimeItTakesBackWhatNobodyClaimed(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID batch = upload(database, badge, "eppn\na@uni.example\nb@uni.example");
      run(database, batch, null);
      database.execute(
          "update direct_award set state = 'CLAIMED', claimed_at = offered_at where lms_user_id ="
              + " (select id from lms_user where known_as = 'b@uni.example')");
      Instant last = NOW.plus(Duration.ofMinutes(10));
      assertProblem(
          ProblemType.CONFLICT,
          () -> database.transaction(em -> desk(em, last).starting.undo(batch, STAFF)));

      database.transaction(em -> desk(em, last.minusSeconds(1)).starting.undo(batch, STAFF));
      boolean more = true;
      while (more) {
        more = database.compute(em -> desk(em).undoing.next(batch));
      }

      assertThat(database.count("select count(*) from direct_award where state = 'WITHDRAWN'"))
          .isOne();
      assertThat(database.count("select count(*) from direct_award where state = 'CLAIMED'"))
          .isOne();
      // and can be uploaded anew
      UUID again = upload(database, badge, "eppn\na@uni.example\nb@uni.example");
      assertThat(again).isNotEqualTo(batch);
      run(database, again, null);
      assertThat(database.count("select count(*) from direct_award where edition = 2")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void plannedTableWaitsForItsMoment(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID batch = upload(database, course.badgeClass(), "eppn\na@uni.example");
      run(database, batch, NOW.plus(Duration.ofDays(7)));
      assertThat(
              database.count(
                  "select count(*) from direct_award where state = 'SCHEDULED'"
                      + " and scheduled_for > offered_at or offered_at is null"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void stopsWhenTheRightOrTheBadgeClassIsGone(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID batch = upload(database, badge, "eppn\na@uni.example");
      database.transaction(em -> desk(em).starting.start(batch, null, STAFF));
      database.execute("update award_batch set uploaded_kind = 'STAFF' where id = ?", batch);
      finish(database, batch);
      UUID other = upload(database, badge, "eppn\nb@uni.example");
      database.transaction(em -> desk(em).starting.start(other, null, STAFF));
      database.execute("update badge_class set state = 'ARCHIVED'");
      finish(database, other);

      assertThat(database.count("select count(*) from direct_award")).isZero();
      assertThat(
              database.count(
                  "select count(*) from award_batch where stopped in"
                      + " ('award.batch.stopped-rights', 'award.batch.stopped-archived')"))
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void strangersSeeAndDoNothing(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID batch = upload(database, badge, "eppn\na@uni.example");
      Actor stranger = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "test");
      List<Runnable> deeds =
          List.of(
              () -> upload(database, badge, "eppn\nx@uni.example", stranger),
              () -> database.transaction(em -> desk(em).starting.start(batch, null, stranger)),
              () -> database.transaction(em -> desk(em).starting.undo(batch, stranger)),
              () -> database.transaction(em -> desk(em).keep.discard(batch, stranger)));
      deeds.forEach(deed -> assertProblem(ProblemType.NOT_FOUND, deed));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void outcomesAreATableWithoutFormulas(TestDatabase kind) throws IOException {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID batch = upload(database, badge, "email,name\na@mail.example,=HYPERLINK(1)\n,Nobody");
      run(database, batch, null);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      database.transaction(
          em -> {
            try {
              desk(em).outcomes.write(batch, Locale.ENGLISH, out);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains("2,,a@mail.example,'=HYPERLINK(1),can be awarded,,awarded,")
          .contains("3,,,Nobody,name nobody,No eppn and no e-mail address.,,");
    }
  }

  private static void assertProblem(ProblemType type, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
  }

  private static UUID upload(OpenDatabase database, UUID badge, String table) {
    return upload(database, badge, table, STAFF);
  }

  private static UUID upload(OpenDatabase database, UUID badge, String table, Actor actor) {
    return database.compute(
        em ->
            desk(em)
                .keep
                .keep(
                    badge,
                    "learners.csv",
                    Digests.sha256(table),
                    TableFile.read(table.getBytes(StandardCharsets.UTF_8)),
                    Locale.ENGLISH,
                    actor));
  }

  private static void run(OpenDatabase database, UUID batch, @Nullable Instant from) {
    database.transaction(em -> desk(em).starting.start(batch, from, STAFF));
    finish(database, batch);
  }

  private static void finish(OpenDatabase database, UUID batch) {
    boolean more = true;
    while (more) {
      more = database.compute(em -> desk(em).rows.next(batch));
    }
  }

  private static Map<Verdict, Integer> counts(OpenDatabase database, UUID batch) {
    return database.compute(em -> desk(em).batches.counts(batch));
  }

  private static BatchDesk desk(EntityManager em) {
    return desk(em, NOW);
  }

  private static BatchDesk desk(EntityManager em, Instant now) {
    return new BatchDesk(em, now);
  }
}
