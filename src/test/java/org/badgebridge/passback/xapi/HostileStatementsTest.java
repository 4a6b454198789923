package org.badgebridge.passback.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.badgebridge.passback.connector.Harvest;
import org.badgebridge.passback.connector.Received;
import org.badgebridge.passback.connector.Report;
import org.badgebridge.passback.connector.ReportRefused;
import org.badgebridge.passback.connector.SenderDesk;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileStatementsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String QUIZ =
      SenderDesk.file(HostileStatementsTest.class, "quiz-attempt.json");

  private static Harvest read(String body) {
    Harvest harvest = new Harvest();
    var reports =
        new StatementReports(MoodleSite.at("https://moodle.example.org/"), true, NOW, harvest);
    Statement.all(Received.json(body.getBytes(StandardCharsets.UTF_8))).forEach(reports::read);
    return harvest;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "7",
        "\"text\"",
        "[null]",
        "[[]]",
        "{",
        "{\"a\":1}{\"b\":2}",
        "{\"actor\":1,\"actor\":2}",
        "{\"id\":\"no-uuid\"}",
        "[{\"actor\":{\"account\":{\"homePage\":\"x\",\"name\":\"7\"}}}]",
        "[{\"actor\":{\"account\":{\"homePage\":\"a:b\",\"name\":\"7\"},\"mbox\":\"mailto:a@b\"}}]",
        "[NaN]"
      })
  void refusesWhatIsNoStatement(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            ReportRefused.class, e -> assertThat(e.type()).isEqualTo(ProblemType.MALFORMED));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"raw\": 42.5','\"raw\": NaN'",
    "'\"raw\": 42.5','\"raw\": 1e999'",
    "'\"raw\": 42.5','\"raw\": \"42.5\"'",
    "'\"max\": 50','\"max\": -1e999'",
    "'\"completion\": true','\"completion\": \"yes\"'",
    "'\"timestamp\": \"2026-11-20T10:15:00.000Z\"','\"timestamp\": \"yesterday\"'",
    "'\"timestamp\": \"2026-11-20T10:15:00.000Z\"','\"timestamp\": \"2026-11-20T10:15:00\"'",
    "'\"name\": \"7\"','\"name\": \"7\\u0000\"'",
    "'\"name\": \"7\"','\"name\": \"\"'",
  })
  void refusesABatchWithAWrongValue(String right, String wrong) {
    assertThat(QUIZ).contains(right);
    assertThatThrownBy(() -> read(QUIZ.replace(right, wrong))).isInstanceOf(ReportRefused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"raw\": 42.5','\"raw\": 51'",
    "'\"raw\": 42.5','\"raw\": -1'",
    "'\"max\": 50','\"max\": 0'",
    "'\"max\": 50','\"least\": 50'"
  })
  void leavesOutAScoreThatNobodyCanJudge(String right, String wrong) {
    Harvest harvest = read(QUIZ.replace(right, wrong));
    assertThat(harvest.reports()).isEmpty();
    assertThat(harvest.faults()).containsOnlyKeys("score");
  }

  @Test
  void movesTheMinimumToZero() {
    assertThat(read(QUIZ.replace("\"min\": 0", "\"min\": 10")).reports())
        .extracting(Report::score, Report::maximum)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(32.5, 40.0));
  }

  @Test
  void leavesOutAnAttemptThatIsNotFinished() {
    assertThat(read(QUIZ.replace("\"completion\": true", "\"completion\": false")).reports())
        .isEmpty();
  }

  @Test
  void refusesDeepJson() {
    assertThatThrownBy(() -> read("[".repeat(5000) + "]".repeat(5000)))
        .isInstanceOf(ReportRefused.class);
  }

  @Test
  void refusesTooManyAndTheSameTwice() {
    String one =
        QUIZ.strip().substring(1, QUIZ.strip().length() - 1).split("\n {2}},\n", 2)[0] + "}";
    assertThat(read("[" + one + "]").reports()).hasSize(1);
    String many = "[" + "{},".repeat(Statement.MOST) + "{}]";
    assertThatThrownBy(() -> read(many))
        .isInstanceOfSatisfying(
            ReportRefused.class, e -> assertThat(e.detailKey()).isEqualTo("passback.refused.many"));
    String named =
        one.strip().replaceFirst("\\{", "{\"id\":\"6a0e2a2e-9d8b-4c43-8f0b-0c5d9a3f1b11\",");
    assertThatThrownBy(() -> read("[" + named + "," + named + "]"))
        .isInstanceOf(ReportRefused.class);
  }

  @Test
  void readsNoMoreThanTwoMebibytes() {
    assertThatThrownBy(
            () ->
                Received.bytes(
                    new ByteArrayInputStream(new byte[Received.LARGEST + 1]), Clock.systemUTC()))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.TOO_LARGE));
  }

  @Test
  void understandsTheVerbWhereNoEventIsNamed() {
    String plain =
        QUIZ.replace("\"event_name\"", "\"other\"")
            .replace("mod/quiz/attempt.php?attempt=8801&cmid", "mod/quiz/view.php?id");
    assertThat(read(plain).reports()).extracting(r -> r.kind().name()).contains("COMPLETED");
  }
}
