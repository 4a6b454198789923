package org.badgebridge.passback.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.passback.connector.Received;
import org.badgebridge.passback.connector.ReportRefused;
import org.badgebridge.passback.connector.Reports.State;
import org.badgebridge.passback.connector.SenderDesk;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements in the shapes that {@code logstore_xapi} 5.0.1 and 4.4 send. */
class StatementsDatabaseTest {

  private static SenderDesk desk(OpenDatabase database) {
    return new SenderDesk(database, "xapi", Map.of("home", "https://moodle.example.org"));
  }

  private static List<UUID> send(SenderDesk desk, String body) {
    return new TakeStatements(desk.senders, desk.platforms, desk.desk.clock)
        .take(
            desk.desk.connector,
            () -> Statement.all(Received.json(body.getBytes(StandardCharsets.UTF_8))));
  }

  private static String file(String name) {
    return SenderDesk.file(StatementsDatabaseTest.class, name + ".json");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aModuleIsCompletedAndUncompleted(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = desk(database);
      send(desk, file("module-completed"));
      assertThat(desk.evidence("MODULE", "301")).containsExactly("COMPLETED");
      assertThat(desk.title("301")).isEqualTo("The reader");
      send(desk, file("module-uncompleted"));
      assertThat(desk.evidence("MODULE", "301"))
          .containsExactly("COMPLETED undone", "PASSED undone");
      assertThat(desk.codes()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aModuleIsPassedAndThenFailed(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = desk(database);
      send(desk, file("module-passed"));
      assertThat(desk.evidence("MODULE", "302")).containsExactly("COMPLETED", "PASSED");
      send(desk, file("module-failed"));
      assertThat(desk.evidence("MODULE", "302")).containsExactly("COMPLETED", "PASSED undone");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void quizAndAssignmentHaveScoresThatDoNotComeFromScaled(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = desk(database);
      assertThat(send(desk, file("quiz-attempt"))).hasSize(2);
      send(desk, file("assignment-graded"));
      assertThat(desk.evidence("MODULE", "302")).containsExactly("SCORED 42.5/50.0");
      assertThat(desk.evidence("MODULE", "303")).containsExactly("SCORED 8.0/10.0");
      assertThat(desk.title("302")).isEqualTo("The test");
      assertThat(desk.title("303")).isEqualTo("The essay");
      send(desk, file("assignment-grade-removed"));
      assertThat(desk.evidence("MODULE", "303")).containsExactly("SCORED 0.0/1.0 undone");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aCourseIsCompleted(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = desk(database);
      send(desk, file("course-completed"));
      assertThat(desk.evidence("COURSE", "course")).containsExactly("COMPLETED");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void olderReleasesOfThePluginAreUnderstoodAndToldApart(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = desk(database);
      send(desk, file("module-completed-4.4"));
      send(desk, file("quiz-attempt-4.4"));
      send(desk, file("assignment-graded-4.4"));
      assertThat(desk.evidence("MODULE", "301")).containsExactly("COMPLETED");
      assertThat(desk.evidence("MODULE", "302")).containsExactly("SCORED 30.0/50.0");
      assertThat(desk.evidence("MODULE", "303")).containsExactly("SCORED 5.0/10.0");
      assertThat(desk.codes()).containsExactly("old-plugin");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aReplayChangesNothingAndIsAnsweredTheSame(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = desk(database);
      List<UUID> first = send(desk, file("quiz-attempt"));
      assertThat(send(desk, file("quiz-attempt"))).isEqualTo(first);
      assertThat(desk.reports()).isOne();
      assertThat(desk.evidence("MODULE", "302")).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsNoCompletionAndNoScoreIsAcceptedAndPassedOver(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = desk(database);
      assertThat(send(desk, file("module-viewed"))).hasSize(1);
      assertThat(send(desk, "[]")).isEmpty();
      assertThat(desk.reports()).isZero();
      assertThat(desk.desk.connectors.get(desk.desk.connector.id()).heardAt()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneBadStatementRefusesTheBatchAndIsTold(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = desk(database);
      String good = file("module-completed").strip();
      String batch = good.substring(0, good.length() - 1) + ", {\"actor\": {}}]";
      assertThatThrownBy(() -> send(desk, batch))
          .isInstanceOfSatisfying(
              ReportRefused.class,
              refused -> assertThat(refused.arguments()).containsExactly(2, "actor"));
      assertThat(desk.reports()).isZero();
      assertThat(desk.codes()).containsExactly("statement");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void peopleAndActivitiesOfOtherSitesAreRefused(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = desk(database);
      String body = file("module-completed");
      List<String> wrong =
          List.of(
              body.replace(
                  "\"homePage\": \"https://moodle.example.org\"",
                  "\"homePage\": \"https://moodle.example.org.evil.example\""),
              body.replace("https://moodle.example.org/mod", "https://evil.example/mod"),
              body.replace("/course/view.php?id=101", "/course/view.php?id=x"),
              body.replace("\"name\": \"7\"", "\"name\": \"ada\""),
              body.replaceFirst("\"account\": \\{[^}]*}", "\"mbox\": \"mailto:ada@example.org\""));
      for (String each : wrong) {
        assertThat(each).isNotEqualTo(body);
        assertThatThrownBy(() -> send(desk, each)).isInstanceOf(ReportRefused.class);
      }
      assertThat(desk.reports()).isZero();
      assertThat(desk.codes()).containsExactlyInAnyOrder("account", "activity", "home");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theFutureAndTheDistantPastAreBounded(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = desk(database);
      String time = "2026-11-20T10:15:00.000Z";
      send(desk, file("module-completed").replace(time, "2999-01-01T00:00:00Z"));
      desk.desk.sort();
      assertThat(database.count("select count(*) from passback where occurred_at > '2026-11-23'"))
          .isZero();
      desk.desk.later();
      send(desk, file("module-uncompleted").replace("2026-11-20T12", "2026-11-22T11"));
      assertThat(desk.evidence("MODULE", "301")).contains("COMPLETED undone");
      send(desk, file("module-completed").replace(time, "-9999-01-01T00:00:00Z"));
      assertThat(desk.evidence("MODULE", "301")).contains("COMPLETED undone");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void unknownPeopleAndCoursesWait(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = desk(database);
      send(desk, file("module-completed").replace("\"name\": \"7\"", "\"name\": \"70\""));
      send(desk, file("module-completed").replace("view.php?id=101", "view.php?id=102"));
      desk.desk.sort();
      assertThat(desk.desk.counts()).isEqualTo(Map.of(State.NO_LEARNER, 1L, State.NO_COURSE, 1L));
    }
  }
}
