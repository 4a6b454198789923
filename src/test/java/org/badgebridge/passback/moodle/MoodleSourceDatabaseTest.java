package org.badgebridge.passback.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.database.Sql;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.connector.ConnectorFaults;
import org.badgebridge.passback.connector.Reports;
import org.badgebridge.passback.moodle.MoodleOnPaper.Status;
import org.badgebridge.testing.FakeServices.Reply;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoodleSourceDatabaseTest {

  private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tellsCompletionPassingAndGradesWithTheirTimes(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      UUID ada = desk.learner("Ada", "11");
      UUID bo = desk.learner("Bo", "12");
      Activity quiz = desk.module("7");
      desk.moodle.state("11", "7", 2, NINE);
      desk.moodle.state("12", "7", 1, NINE.plusSeconds(60));
      desk.moodle.grade("11", "7", 8.5);
      desk.moodle.grade("12", "7", null);

      assertThat(desk.look(quiz).news()).isTrue();

      assertThat(desk.kinds(quiz, ada))
          .containsExactly(Fact.Kind.COMPLETED, Fact.Kind.PASSED, Fact.Kind.SCORED);
      assertThat(desk.kinds(quiz, bo)).containsExactly(Fact.Kind.COMPLETED);
      assertThat(desk.known(quiz, ada))
          .allMatch(item -> item.source().equals("moodle") && item.occurredAt().equals(NINE))
          .filteredOn(item -> item.kind() == Fact.Kind.SCORED)
          .singleElement()
          .extracting(EvidenceItem::score, EvidenceItem::maximum)
          .containsExactly(8.5, 10.0);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatItBroughtIsShownWithTheNameOfTheCourse(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      desk.learner("Ada", "11");
      desk.moodle.state("11", "7", 1, NINE);
      desk.look(desk.module("7"));
      assertThat(
              new Reports(new Sql(database.dataSource())).latest(desk.connectors.connector.id(), 9))
          .extracting(Reports.Seen::course)
          .containsOnly("Logic");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aSecondLookTellsNothingTwice(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      desk.learner("Ada", "11");
      Activity quiz = desk.module("7");
      desk.moodle.state("11", "7", 1, NINE);
      desk.moodle.grade("11", "7", 8.5);
      desk.look(quiz);
      assertThat(desk.look(quiz).news()).isFalse();
      assertThat(database.count("select count(*) from report")).isEqualTo(2);
      assertThat(database.count("select count(*) from passback")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatMoodleTakesBackIsUndoneAndMayComeAgain(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      UUID ada = desk.learner("Ada", "11");
      Activity quiz = desk.module("7");
      desk.moodle.state("11", "7", 2, NINE);
      desk.moodle.grade("11", "7", 8.0);
      desk.look(quiz);

      desk.connectors.clock.advance(Duration.ofMinutes(20));
      desk.moodle.state("11", "7", 0, Instant.EPOCH);
      desk.moodle.grade("11", "7", null);
      desk.look(quiz);
      assertThat(desk.known(quiz, ada)).isEmpty();

      // manual completion ticked again, with a time of before it was taken back
      desk.connectors.clock.advance(Duration.ofMinutes(20));
      desk.moodle.state("11", "7", 1, NINE);
      desk.moodle.grade("11", "7", 8.0);
      desk.look(quiz);
      assertThat(desk.kinds(quiz, ada)).containsExactly(Fact.Kind.COMPLETED, Fact.Kind.SCORED);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whetherFailingIsCompleteIsUpToTheActivity(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      UUID ada = desk.learner("Ada", "11");
      UUID bo = desk.learner("Bo", "12");
      Activity quiz = desk.module("7");
      desk.moodle.statuses.put("11", Map.of("7", new Status(3, NINE.getEpochSecond(), true)));
      desk.moodle.statuses.put("12", Map.of("7", new Status(3, NINE.getEpochSecond(), false)));
      desk.lookAtCompletion(quiz);
      assertThat(desk.kinds(quiz, ada)).containsExactly(Fact.Kind.COMPLETED);
      assertThat(desk.kinds(quiz, bo)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aGradeThatItsLearnerDoesNotSeeYetSaysNothing(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      UUID ada = desk.learner("Ada", "11");
      Activity quiz = desk.module("7");
      desk.moodle.grade("11", "7", 9.0);
      desk.moodle.hidden = true;
      desk.lookAtScore(quiz);
      assertThat(desk.known(quiz, ada)).isEmpty();
      desk.moodle.hidden = false;
      desk.lookAtScore(quiz);
      assertThat(desk.kinds(quiz, ada)).containsExactly(Fact.Kind.SCORED);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tellsTheCourseAsAWhole(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      UUID ada = desk.learner("Ada", "11");
      UUID bo = desk.learner("Bo", "12");
      Activity course = desk.wholeCourse();
      desk.moodle.courseDone.put("11", true);
      desk.moodle.grade("12", "course", 5.0);
      desk.look(course);
      assertThat(desk.kinds(course, ada)).containsExactly(Fact.Kind.COMPLETED);
      assertThat(desk.known(course, ada).get(0).occurredAt()).isEqualTo(NINE);
      assertThat(desk.kinds(course, bo)).containsExactly(Fact.Kind.SCORED);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aCourseWithoutCriteriaCannotBeCompletedAndIsAskedOnce(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      desk.learner("Ada", "11");
      desk.learner("Bo", "12");
      desk.moodle.instead.put(
          MoodleServices.COURSE_COMPLETION,
          () -> MoodleOnPaper.exception("moodle_exception", "nocriteriaset"));
      desk.lookAtCompletion(desk.wholeCourse());
      assertThat(desk.moodle.calls()).hasSize(1);
      assertThat(desk.faults.of(desk.connectors.connector.id())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneRoundAsksOnceHoweverManyActivitiesAreWatched(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      desk.learner("Ada", "11");
      desk.learner("Bo", "12");
      desk.look(desk.module("7"), desk.module("8"), desk.module("9"));
      assertThat(desk.moodle.calls())
          .containsExactlyInAnyOrder(
              MoodleServices.GRADES + " 0",
              MoodleServices.COMPLETION + " 11",
              MoodleServices.COMPLETION + " 12");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void inALargeCourseLearnersTakeTurns(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      int all = AskMoodle.TURNS + 40;
      for (int i = 0; i < all; i++) {
        desk.learner("L" + i, String.valueOf(1000 + i));
      }
      Activity quiz = desk.module("7");
      assertThat(desk.lookAtCompletion(quiz).unconfirmed()).isTrue();
      assertThat(desk.moodle.calls()).hasSize(AskMoodle.TURNS).doesNotHaveDuplicates();

      desk.connectors.clock.advance(Duration.ofMinutes(5));
      desk.lookAtCompletion(quiz);
      assertThat(List.copyOf(new java.util.HashSet<>(desk.moodle.calls()))).hasSize(all);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneLearnerWhomMoodleRefusesKeepsBackNoOther(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      desk.learner("Ada", "11");
      UUID bo = desk.learner("Bo", "12");
      Activity quiz = desk.module("7");
      desk.moodle.state("12", "7", 1, NINE);
      desk.moodle.instead.put(
          MoodleServices.COMPLETION + " 11",
          () -> MoodleOnPaper.exception("moodle_exception", "usernotenroled"));
      desk.lookAtCompletion(quiz);
      assertThat(desk.kinds(quiz, bo)).containsExactly(Fact.Kind.COMPLETED);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasHeardBeforeAFailureCounts(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      UUID ada = desk.learner("Ada", "11");
      UUID bo = desk.learner("Bo", "12");
      Activity quiz = desk.module("7");
      desk.moodle.state("11", "7", 1, NINE);
      desk.moodle.state("12", "7", 1, NINE);
      int[] calls = {0};
      desk.moodle.instead.put(MoodleServices.COMPLETION + " 11", () -> second(calls));
      desk.moodle.instead.put(MoodleServices.COMPLETION + " 12", () -> second(calls));

      assertThatThrownBy(() -> desk.lookAtCompletion(quiz))
          .isInstanceOfSatisfying(
              ExternalUnavailable.class,
              e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(90)));
      desk.connectors.sort();
      assertThat(desk.known(quiz, ada).size() + desk.known(quiz, bo).size()).isOne();

      desk.moodle.instead.clear();
      desk.connectors.clock.advance(Duration.ofMinutes(5));
      desk.lookAtCompletion(quiz);
      assertThat(desk.known(quiz, ada).size() + desk.known(quiz, bo).size()).isEqualTo(2);
    }
  }

  /** The first call answers, the second is too much. */
  private static Reply second(int[] calls) {
    return ++calls[0] > 1
        ? new Reply(429, Map.of("Retry-After", "90"), "slow down")
        : Reply.ok(
            "{\"statuses\":[{\"cmid\":7,\"state\":1,\"timecompleted\":%d,\"tracking\":1}]}"
                .formatted(NINE.getEpochSecond()));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysWhyItDoesNotWorkAndNamesNobody(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      desk.learner("Ada", "11");
      Activity quiz = desk.module("7");
      desk.moodle.functions.remove(MoodleServices.COMPLETION);
      assertThatThrownBy(() -> desk.lookAtCompletion(quiz))
          .isInstanceOf(ExternalRefusal.class)
          .hasMessageNotContaining("Names somebody");
      assertThat(desk.faults.of(desk.connectors.connector.id()))
          .singleElement()
          .extracting(ConnectorFaults.Fault::code, ConnectorFaults.Fault::detail)
          .containsExactly("moodle-function", MoodleServices.COMPLETION + ": accessexception");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void maintenanceDatabaseTroubleAndWebPagesPass(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      desk.learner("Ada", "11");
      Activity quiz = desk.module("7");
      List<Reply> passing =
          List.of(
              MoodleOnPaper.exception("moodle_exception", "sitemaintenance"),
              MoodleOnPaper.exception("dml_read_exception", "dmlreadexception"),
              Reply.ok("<!DOCTYPE html><html><body>Maintenance</body></html>"),
              Reply.ok(""),
              Reply.ok("{\"usergrades\":["),
              Reply.ok("{\"usergrades\":[{\"userid\":11,\"gradeitems\":[{\"graderaw\":NaN}]}]}"),
              Reply.ok("[".repeat(5000)),
              Reply.status(503));
      for (Reply each : passing) {
        desk.moodle.instead.put(MoodleServices.GRADES, () -> each);
        assertThatThrownBy(() -> desk.lookAtScore(quiz))
            .as(each.body())
            .isInstanceOf(ExternalUnavailable.class);
      }
      assertThat(database.count("select count(*) from report")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aGradebookThatIsTooLargeIsReadLearnerByLearner(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      UUID ada = desk.learner("Ada", "11");
      Activity quiz = desk.module("7");
      desk.moodle.grade("11", "7", 8.0);
      desk.moodle.instead.put(
          MoodleServices.GRADES + " 0",
          () -> Reply.ok("{\"usergrades\":[" + " ".repeat(33 * 1024 * 1024) + "]}"));
      desk.lookAtScore(quiz);
      assertThat(desk.kinds(quiz, ada)).containsExactly(Fact.Kind.SCORED);
      assertThat(desk.moodle.calls())
          .containsExactly(MoodleServices.GRADES + " 0", MoodleServices.GRADES + " 11");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nonsenseAmongGradesIsLeftOut(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      UUID ada = desk.learner("Ada", "11");
      Activity quiz = desk.module("7");
      desk.moodle.grade("11", "7", 8.0);
      desk.moodle.extraOfGrades =
          ",{\"userid\":12,\"gradeitems\":[{\"itemtype\":\"mod\",\"cmid\":7,\"graderaw\":1e999,"
              + "\"grademin\":0,\"grademax\":10},{\"itemtype\":\"mod\",\"cmid\":7,\"graderaw\":5,"
              + "\"grademin\":0,\"grademax\":0}]},{\"userid\":null},7,\"x\",null";
      UUID bo = desk.learner("Bo", "12");
      desk.lookAtScore(quiz);
      assertThat(desk.kinds(quiz, ada)).containsExactly(Fact.Kind.SCORED);
      assertThat(desk.known(quiz, bo)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void coversOnlyWhatItsInstitutionHasConnected(TestDatabase kind) {
    try (var database = kind.open();
        var desk = new MoodleDesk(database)) {
      Activity quiz = desk.module("7");
      assertThat(desk.covers(quiz)).isTrue();
      database.execute("update connector set active = false");
      assertThat(desk.covers(quiz)).isFalse();
    }
  }
}
