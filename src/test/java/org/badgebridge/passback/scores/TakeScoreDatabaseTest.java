package org.badgebridge.passback.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.connector.ConnectorDesk;
import org.badgebridge.passback.connector.Reports.State;
import org.badgebridge.passback.connector.TakeReports;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.Race;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TakeScoreDatabaseTest {

  private static final String FINAL =
      "\"activityProgress\":\"Completed\",\"gradingProgress\":\"FullyGraded\"";

  /** One line item of 10 points in a sample course. */
  private static final class Bench {

    final OpenDatabase database;
    final ConnectorDesk desk;
    final UUID ada;
    final LineItem item;

    Bench(OpenDatabase database) {
      this.database = database;
      desk = new ConnectorDesk(database, "scores", Map.of(), null);
      ada = desk.course.learner("Ada");
      item =
          new LineItem(
              UUID.randomUUID(),
              desk.connector.id(),
              desk.course.course,
              new LineItem.Content("Exam", 10, null, null, null, null, null, null));
      new LineItems(new Sql(database.dataSource())).add(item, desk.clock.instant());
    }

    void post(String user, String second, String rest) {
      SentScore sent =
          score(
              "{\"userId\":\""
                  + user
                  + "\",\"timestamp\":\"2026-11-22T09:00:"
                  + second
                  + "+00:00\","
                  + rest
                  + "}");
      database.transaction(
          entityManager -> {
            Sql joined = new Sql(JoinedDataSource.of(entityManager));
            new TakeScore(
                    new HostedScores(joined),
                    new Learners(joined),
                    new TakeReports(joined, desk.clock),
                    desk.clock)
                .take(desk.connector, item, sent);
          });
    }

    /** As her own post, sorted out. */
    void ada(String second, String rest) {
      post(desk.sub(ada), second, rest);
      desk.sort();
    }

    List<HostedScores.Standing> results() {
      return new HostedScores(new Sql(database.dataSource())).page(item.id(), null, null, 10);
    }

    List<EvidenceItem> evidence(Fact.Kind kind) {
      Sql sql = new Sql(database.dataSource());
      UUID activity =
          sql.first(
                  "select id from activity where kind = 'SENT' and reference = ?",
                  row -> row.uuid("id"),
                  desk.connector.id() + "/" + item.id())
              .orElseThrow();
      return new Evidence(sql)
          .of(ada, List.of(activity)).stream().filter(each -> each.kind() == kind).toList();
    }
  }

  private static SentScore score(String json) {
    try {
      return SentScore.of(
          AgsJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aFinalScoreBecomesEvidenceAndAResult(TestDatabase kind) {
    try (var database = kind.open()) {
      var bench = new Bench(database);
      bench.ada("00.001", "\"scoreGiven\":42.5,\"scoreMaximum\":50,\"comment\":\"well\"," + FINAL);
      assertThat(bench.evidence(Fact.Kind.SCORED))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.source()).isEqualTo("scores");
                assertThat(found.score()).isEqualTo(42.5);
                assertThat(found.maximum()).isEqualTo(50);
                assertThat(found.occurredAt()).isEqualTo(Instant.parse("2026-11-22T09:00:00.001Z"));
              });
      assertThat(bench.evidence(Fact.Kind.COMPLETED)).hasSize(1);
      assertThat(AgsAnswers.result(bench.item, "https://x/item", bench.results().get(0)))
          .hasToString(
              "{\"id\":\"https://x/item/results?user_id=sub-2\",\"scoreOf\":\"https://x/item\","
                  + "\"userId\":\"sub-2\",\"resultScore\":8.5,\"resultMaximum\":10,"
                  + "\"comment\":\"well\"}");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anOlderOrEqualTimestampIsAConflictAndChangesNothing(TestDatabase kind) {
    try (var database = kind.open()) {
      var bench = new Bench(database);
      bench.ada("05.5", "\"scoreGiven\":5,\"scoreMaximum\":10," + FINAL);
      for (String late : List.of("05.5", "05.500000", "05.499999", "01.0")) {
        assertProblem(
            ProblemType.CONFLICT,
            () -> bench.ada(late, "\"scoreGiven\":9,\"scoreMaximum\":10," + FINAL));
      }
      bench.ada("05.500001", "\"scoreGiven\":6,\"scoreMaximum\":10," + FINAL);
      assertThat(bench.evidence(Fact.Kind.SCORED).get(0).score()).isEqualTo(6);
      assertThat(bench.desk.counts()).isEqualTo(Map.of(State.TAKEN, 3L)); // two scores, done once
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void withoutScoreGivenTheScoreIsCleared(TestDatabase kind) {
    try (var database = kind.open()) {
      var bench = new Bench(database);
      bench.ada("00.1", "\"scoreGiven\":5,\"scoreMaximum\":10," + FINAL);
      bench.ada("00.2", "\"activityProgress\":\"Started\",\"gradingProgress\":\"NotReady\"");
      assertThat(bench.evidence(Fact.Kind.SCORED).get(0).undone()).isTrue();
      assertThat(bench.evidence(Fact.Kind.COMPLETED).get(0).undone()).isFalse();
      assertThat(bench.results()).isEmpty();
      bench.ada("00.3", "\"scoreGiven\":7,\"scoreMaximum\":10," + FINAL);
      assertThat(bench.evidence(Fact.Kind.SCORED).get(0).undone()).isFalse();
      assertThat(bench.results()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyFullyGradedScoresCount(TestDatabase kind) {
    try (var database = kind.open()) {
      var bench = new Bench(database);
      bench.ada("00.1", "\"scoreGiven\":5,\"scoreMaximum\":10," + FINAL);
      int second = 1;
      for (String each : List.of("Pending", "PendingManual", "Failed", "NotReady")) {
        bench.ada(
            "0" + second++ + ".0",
            "\"scoreGiven\":1,\"scoreMaximum\":10,\"activityProgress\":\"Submitted\","
                + "\"gradingProgress\":\""
                + each
                + "\"");
        assertThat(bench.evidence(Fact.Kind.SCORED).get(0).score()).isEqualTo(5);
      }
      assertThat(bench.results().get(0).score()).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anActivityThatIsInitializedAgainIsNoLongerDone(TestDatabase kind) {
    try (var database = kind.open()) {
      var bench = new Bench(database);
      bench.ada("00.1", "\"activityProgress\":\"Completed\",\"gradingProgress\":\"PendingManual\"");
      assertThat(bench.evidence(Fact.Kind.COMPLETED).get(0).undone()).isFalse();
      bench.ada("00.2", "\"activityProgress\":\"Initialized\",\"gradingProgress\":\"NotReady\"");
      assertThat(bench.evidence(Fact.Kind.COMPLETED).get(0).undone()).isTrue();
      assertThat(bench.evidence(Fact.Kind.SCORED)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void extraCreditIsAllowed(TestDatabase kind) {
    try (var database = kind.open()) {
      var bench = new Bench(database);
      bench.ada("00.1", "\"scoreGiven\":12,\"scoreMaximum\":10," + FINAL);
      assertThat(bench.evidence(Fact.Kind.SCORED).get(0).score()).isEqualTo(12);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesStrangersAndLecturersAndWaitsForWhoIsNotEnrolledYet(TestDatabase kind) {
    try (var database = kind.open()) {
      var bench = new Bench(database);
      String rest = "\"scoreGiven\":1,\"scoreMaximum\":1," + FINAL;
      assertProblem(ProblemType.NOT_FOUND, () -> bench.post("nobody", "00.1", rest));
      String lecturer = bench.desk.sub(bench.desk.course.lecturer);
      assertProblem(ProblemType.INVALID, () -> bench.post(lecturer, "00.1", rest));
      UUID bo = bench.desk.course.user("Bo", false);
      bench.post(bench.desk.sub(bo), "00.1", rest);
      bench.desk.sort();
      assertThat(bench.desk.counts()).isEqualTo(Map.of(State.NO_LEARNER, 2L));
      database.execute(
          "insert into lms_user_alias (lms_user_id, alias, created_at) values (?, 'a:1', ?)",
          bench.ada,
          SampleCourse.THEN);
      bench.post("a:1", "00.1", rest);
      bench.desk.sort();
      assertThat(bench.evidence(Fact.Kind.SCORED)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesATimeInTheFuture(TestDatabase kind) {
    try (var database = kind.open()) {
      var bench = new Bench(database);
      SentScore late =
          score("{\"userId\":\"x\",\"timestamp\":\"2026-11-22T10:05:01.0Z\"," + FINAL + "}");
      Sql sql = new Sql(database.dataSource());
      TakeScore takeScore =
          new TakeScore(
              new HostedScores(sql),
              new Learners(sql),
              new TakeReports(sql, bench.desk.clock),
              bench.desk.clock);
      assertProblem(
          ProblemType.MALFORMED, () -> takeScore.take(bench.desk.connector, bench.item, late));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ofManyAtTheSameMomentTheNewestWins(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var bench = new Bench(database);
      String sub = bench.desk.sub(bench.ada);
      List<Callable<Boolean>> posts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String second = "00.00" + i;
        String rest = "\"scoreGiven\":" + i + ",\"scoreMaximum\":9," + FINAL;
        posts.add(
            () -> {
              try {
                bench.post(sub, second, rest);
                return true;
              } catch (ProblemException conflict) {
                assertThat(conflict.type()).isEqualTo(ProblemType.CONFLICT);
                return false;
              }
            });
      }
      assertThat(Race.of(posts)).contains(true);
      assertThat(bench.results()).singleElement().extracting("score").isEqualTo(7.0);
      bench.desk.sort();
      assertThat(bench.evidence(Fact.Kind.SCORED).get(0).score()).isEqualTo(7);
      assertThat(bench.evidence(Fact.Kind.COMPLETED)).hasSize(1);
    }
  }

  private static void assertProblem(ProblemType type, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.type()).isEqualTo(type));
  }
}
