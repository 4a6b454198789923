package org.badgebridge.coursepage.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.coursepage.attendance.TaskMarks.Taken;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.OwnDesk;
import org.badgebridge.passback.staff.MarkTask;
import org.badgebridge.roster.CourseLearners;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.XlsxSheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskTableDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void judgesEachRowAndTakesTheGoodOnesOnce(TestDatabase kind) throws IOException {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      UUID ada = desk.learner("Ada", "ada@uni.example", "ada@eppn.example", null);
      UUID bo = desk.learner("Bo", "bo@uni.example", null, "s123");
      desk.learner("Cleo", "same@uni.example", null, null);
      desk.learner("Dee", "same@uni.example", null, null);

      TaskTable.Read read =
          desk.read(
              """
              username;e-mail;score;maximum
              S123;;8;10
              ;ADA@uni.example;75 %;
              ada@eppn.example;;5;10
              ;same@uni.example;5;10
              ;nobody@uni.example;5;10
              ;bo@uni.example;lots;10
              ;;5;10
              """);

      assertThat(read.fault()).isNull();
      assertThat(read.all())
          .extracting(each -> each.number() + " " + each.verdict())
          .containsExactly(
              "8 NOBODY",
              "6 UNKNOWN",
              "5 AMBIGUOUS",
              "7 UNREADABLE",
              "4 DUPLICATE",
              "3 GOOD",
              "2 GOOD");
      assertThat(desk.take(read.rows())).extracting(Taken::fresh).containsExactly(true, true);
      assertThat(desk.take(read.rows())).extracting(Taken::fresh).containsExactly(false, false);
      assertThat(desk.own.evidence(desk.task, ada).get(0).percent()).isEqualTo(75.0);
      assertThat(desk.own.evidence(desk.task, bo).get(0).percent()).isEqualTo(80.0);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void knowsTheNamesOfMoodleAndTellsNamesakesApart(TestDatabase kind) throws IOException {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      UUID ada = desk.learner("Ada", "ada@uni.example", null, null);
      UUID other = desk.learner("Ada", "other@uni.example", null, null);
      UUID bo = desk.learner("Bo", "bo@uni.example", null, null);
      database.execute("update lms_user set username = 'ada.l' where id = ?", ada);
      database.execute("update lms_user set sourced_id = 'S0042' where id = ?", other);
      database.execute("update lms_user set username = 'bo.b' where id = ?", bo);

      TaskTable.Read read = desk.read("Username,Score\nADA.L,8/10\nbo.b,7/10\n");
      assertThat(read.all()).extracting(TaskTable.Row::name).containsExactly("Ada (ada.l)", "Bo");
      assertThat(desk.read("ID number\ns0042\n").all())
          .extracting(TaskTable.Row::name, TaskTable.Row::verdict)
          .containsExactly(tuple("Ada (S0042)", TaskTable.Verdict.GOOD));
      assertThat(desk.take(read.rows()))
          .extracting(Taken::name)
          .containsExactly("Ada (ada.l)", "Bo");

      var learners = new CourseLearners(new Sql(database.dataSource()));
      assertThat(learners.page(desk.own.course.course, "", null, 10).learners())
          .extracting(CourseLearners.Learner::name)
          .containsExactlyInAnyOrder("Ada (ada.l)", "Ada (S0042)", "Bo");
      assertThat(learners.page(desk.own.course.course, "s0042", null, 10).learners())
          .extracting(CourseLearners.Learner::id)
          .containsExactly(other);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aWorkbookThatOnlyNamesLearnersSaysThatTheyDidIt(TestDatabase kind) throws IOException {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      desk.learner("Ada", "ada@uni.example", null, null);
      var bytes = new ByteArrayOutputStream();
      try (var sheet = new XlsxSheet(bytes, "Posters", "E-mail", "Remark")) {
        sheet.row("ada@uni.example", "well done");
      }
      TaskTable.Read read =
          desk.table().read(desk.own.course.course, new ByteArrayInputStream(bytes.toByteArray()));
      assertThat(read.good()).isOne();
      assertThat(read.rows()).endsWith(" completed");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysWhyATableIsNotTaken(TestDatabase kind) throws IOException {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      assertThat(desk.fault("")).isEqualTo("award.file.empty");
      assertThat(desk.fault("name;score\nAda;8\n")).isEqualTo("coursepage.task.headings");
      assertThat(desk.fault("email\n" + "a@b.example\n".repeat(TaskTable.MOST_ROWS + 1)))
          .isEqualTo("award.file.too-many-rows");
      assertThat(desk.fault("email\n" + "x".repeat(TaskTable.LARGEST)))
          .isEqualTo("award.file.too-large");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void rowsThatAPageDidNotWriteChangeNothing(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      UUID ada = desk.learner("Ada", "ada@uni.example", null, null);
      UUID stranger = desk.own.course.user("Stranger", false);
      for (String rows :
          List.of("", "x", ada + "", ada + " nonsense", ada + " 1/0", stranger + " completed")) {
        assertThat(desk.take(rows)).as(rows).isEmpty();
      }
      assertThat(database.count("select count(*) from passback")).isZero();
    }
  }

  /** One task of a course. */
  private static final class Desk {

    final OwnDesk own;
    final UUID task;
    private final OpenDatabase database;

    Desk(OpenDatabase database) {
      this.database = database;
      own = new OwnDesk(database);
      task =
          own.in(room -> room.activities().make(own.lecturer(), Activity.Kind.TASK, "Poster")).id();
    }

    UUID learner(String name, String email, @Nullable String eppn, @Nullable String alias) {
      UUID id = own.course.learner(name);
      database.execute("update lms_user set email = ?, eppn = ? where id = ?", email, eppn, id);
      if (alias != null) {
        database.execute(
            "insert into lms_user_alias (lms_user_id, alias, created_at)"
                + " values (?, ?, current_timestamp)",
            id,
            alias);
      }
      return id;
    }

    TaskTable table() {
      return new TaskTable(new CourseLearners(new Sql(database.dataSource())));
    }

    TaskTable.Read read(String text) throws IOException {
      return table()
          .read(own.course.course, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    String fault(String text) throws IOException {
      return Objects.requireNonNull(read(text).fault()).key();
    }

    List<Taken> take(String rows) {
      return own.in(
          room ->
              new TaskMarks(
                      new MarkTask(room.activities(), room.facts(), room.learners(), room.audit()),
                      room.learners())
                  .take(own.lecturer(), task, rows));
    }
  }
}
