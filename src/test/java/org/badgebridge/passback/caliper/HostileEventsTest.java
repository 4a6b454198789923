package org.badgebridge.passback.caliper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.passback.connector.Harvest;
import org.badgebridge.passback.connector.Received;
import org.badgebridge.passback.connector.Report;
import org.badgebridge.passback.connector.ReportRefused;
import org.badgebridge.passback.connector.SenderDesk;
import org.badgebridge.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileEventsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String SENSOR = file("sensor-assessment-and-grade.json");
  private static final String GRADE = file("canvas-grade_change.json");

  private static String file(String name) {
    return SenderDesk.file(HostileEventsTest.class, name);
  }

  private static Harvest caliper(String body) {
    Harvest harvest = new Harvest();
    new CaliperEvents(new UUID(0, 1), new CaliperNames("", ""), ScoreLimit.of(""), NOW, harvest)
        .read(Received.json(body.getBytes(StandardCharsets.UTF_8)));
    return harvest;
  }

  private static Harvest canvas(String body) {
    Harvest harvest = new Harvest();
    new CanvasEvents(ScoreLimit.of(""), NOW, harvest)
        .read(Received.json(body.getBytes(StandardCharsets.UTF_8)));
    return harvest;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "7",
        "{}",
        "{\"sensor\":\"s\",\"data\":{}}",
        "{\"data\":[],\"dataVersion\":\"http://purl.imsglobal.org/ctx/caliper/v1p2\"}"
      })
  void refusesWhatIsNoEnvelope(String body) {
    assertThatThrownBy(() -> caliper(body)).isInstanceOf(ReportRefused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"type\": \"GradeEvent\"','\"type\": 5'",
    "'urn:uuid:a50ca17f-5971-47bb-8fca-4e6e6879001d',''",
    "'\"eventTime\": \"2026-11-20T10:31:00.000Z\"','\"eventTime\": \"soon\"'",
    "'\"scoreGiven\": 20.5','\"scoreGiven\": NaN'",
    "'https://app.example.org/users/7','\\ud800'",
  })
  void refusesAllForOneWrongEvent(String right, String wrong) {
    assertThat(SENSOR).contains(right);
    assertThatThrownBy(() -> caliper(SENSOR.replace(right, wrong)))
        .isInstanceOf(ReportRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1", "\"20\"", "{}", "26"})
  void leavesOutAScoreThatNobodyCanJudge(String score) {
    Harvest harvest = caliper(SENSOR.replace("\"scoreGiven\": 20.5", "\"scoreGiven\": " + score));
    assertThat(harvest.reports()).extracting(Report::kind).hasSize(1);
    assertThat(harvest.faults()).containsOnlyKeys("maximum");
  }

  @Test
  void saysThatItKnowsOnlyTwoVersions() {
    assertThatThrownBy(
            () ->
                caliper(
                    SENSOR.replace("caliper/v1p2\",\n  \"data\"", "caliper/v9p9\",\n  \"data\"")))
        .isInstanceOfSatisfying(
            ReportRefused.class, e -> assertThat(e.type()).isEqualTo(ProblemType.INVALID));
  }

  @Test
  void refusesDeepJsonAndHugeArrays() {
    String deep = "{\"a\":".repeat(500) + "1" + "}".repeat(500);
    assertThatThrownBy(() -> caliper(deep)).isInstanceOf(ReportRefused.class);
    String many =
        "{\"sensor\":\"s\",\"dataVersion\":\"http://purl.imsglobal.org/ctx/caliper/v1p2\",\"data\":["
            + "{},".repeat(CaliperEvents.MOST)
            + "{}]}";
    assertThatThrownBy(() -> caliper(many))
        .isInstanceOfSatisfying(
            ReportRefused.class, e -> assertThat(e.detailKey()).isEqualTo("passback.refused.many"));
  }

  @Test
  void boundsTheFuture() {
    assertThat(caliper(SENSOR.replace("2026-11-20T10:31:00", "2999-11-20T10:31:00")).reports())
        .extracting(Report::occurredAt)
        .contains(NOW);
  }

  @Test
  void knowsTermsThatAreWrittenAsAddresses() {
    String old =
        SENSOR
            .replace("\"GradeEvent\"", "\"http://purl.imsglobal.org/caliper/v1/GradeEvent\"")
            .replace("\"Graded\"", "\"http://purl.imsglobal.org/vocab/caliper/v1/action#Graded\"");
    assertThat(caliper(old).reports()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"context_type\": \"Course\"','\"context_type\": \"Account\"'",
    "'\"context_id\": \"1190000000000009\"','\"context_id\": \"9; drop\"'",
    "'\"user_id\": \"1190000000000048\"','\"user_id\": 99999999999999999999'",
    "'\"event_time\": \"2026-11-20T10:15:00.222Z\"','\"event_time\": null'"
  })
  void refusesAnEventOfCanvasThatIsIncomplete(String right, String wrong) {
    assertThat(GRADE).contains(right);
    assertThatThrownBy(() -> canvas(GRADE.replace(right, wrong))).isInstanceOf(ReportRefused.class);
  }

  @Test
  void passesOverOtherEventsOfCanvas() {
    assertThat(canvas(GRADE.replace("grade_change", "asset_accessed")).reports()).isEmpty();
    assertThat(canvas("{}").reports()).isEmpty();
  }
}
