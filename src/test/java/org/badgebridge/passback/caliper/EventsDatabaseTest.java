package org.badgebridge.passback.caliper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.connector.ReportRefused;
import org.badgebridge.passback.connector.Reports.State;
import org.badgebridge.passback.connector.SenderDesk;
import org.badgebridge.platform.UnknownKey;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Envelopes of sensors, and Live Events in the shapes that Canvas documents. */
class EventsDatabaseTest {

  private static final String CANVAS = "https://demo.instructure.com";
  private static final RSAKey KEY = key("now");
  private static final RSAKey OTHER = key("now");

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SenderDesk desk(OpenDatabase database, Map<String, String> settings) {
    SenderDesk desk = new SenderDesk(database, "caliper", settings);
    database.execute(
        "insert into course_alias (course_id, alias, created_at) values (?, 'canvas:9', ?)",
        desk.desk.course.course,
        SampleCourse.THEN);
    database.execute(
        "insert into lms_user_alias (lms_user_id, alias, created_at) values (?, 'canvas:48', ?)",
        desk.ada,
        SampleCourse.THEN);
    return desk;
  }

  private static SenderDesk canvas(OpenDatabase database) {
    return desk(database, Map.of("canvas", CANVAS, "keys", "https://keys.example/jwks"));
  }

  private static TakeEvents events(SenderDesk desk) {
    return new TakeEvents(
        desk.senders, new LiveEventTokens(EventsDatabaseTest::published), desk.desk.clock);
  }

  private static RSAPublicKey published(String address, String kid) {
    assertThat(address).isEqualTo("https://keys.example/jwks");
    if (kid.equals("down")) {
      throw new ExternalUnavailable("no answer", null, null);
    }
    if (!kid.equals("now")) {
      throw new UnknownKey(kid);
    }
    try {
      return KEY.toRSAPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String file(String name) {
    return SenderDesk.file(EventsDatabaseTest.class, name + ".json");
  }

  private static void envelope(SenderDesk desk, String body) {
    events(desk).envelope(desk.desk.connector, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void live(SenderDesk desk, String event) {
    events(desk).live(desk.desk.connector, bytes(signed(event, KEY, "now")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String signed(String event, RSAKey key, String kid) {
    try {
      return signed(event, JWSAlgorithm.RS256, new RSASSASigner(key), kid);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(String event, JWSAlgorithm algorithm, JWSSigner signer, String kid)
      throws JOSEException {
    var token =
        new JWSObject(new JWSHeader.Builder(algorithm).keyID(kid).build(), new Payload(event));
    token.sign(signer);
    return token.serialize();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aSensorTellsOfWorkAndGrades(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk =
          desk(
              database,
              Map.of(
                  "users", "https://app.example.org/users/",
                  "courses", "https://app.example.org/courses/"));
      envelope(desk, file("sensor-assessment-and-grade"));
      envelope(desk, file("sensor-assessment-and-grade"));
      String quiz = desk.desk.connector.id() + "/https://app.example.org/courses/101/tests/1";
      assertThat(desk.evidence("SENT", quiz)).containsExactly("COMPLETED", "SCORED 20.5/25.0");
      assertThat(desk.title(quiz)).isEqualTo("Quiz one");
      assertThat(desk.reports()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void namesOfLtiWinOverThoseOfTheSensor(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = desk(database, Map.of());
      envelope(desk, file("sensor-lti-names"));
      String book = desk.desk.connector.id() + "/https://app.example.org/books/4";
      assertThat(desk.evidence("SENT", book)).containsExactly("COMPLETED");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void bothFormatsOfCanvasTellTheSame(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = canvas(database);
      live(desk, file("canvas-grade_change"));
      live(desk, file("canvas-quiz_submitted"));
      live(desk, file("canvas-caliper-grade_change"));
      live(desk, file("canvas-caliper-quiz_submitted"));
      assertThat(desk.evidence("MODULE", "assignment/355")).containsExactly("SCORED 8.0/10.0");
      assertThat(desk.evidence("MODULE", "quiz/2223")).containsExactly("COMPLETED");
      assertThat(desk.title("assignment/355")).isEqualTo("The essay");
      assertThat(desk.desk.counts()).isEqualTo(Map.of(State.TAKEN, 4L));
      live(desk, file("canvas-caliper-submission_created"));
      assertThat(desk.codes()).containsExactly("course");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void canvasTellsOfProgressAndOfAFinishedCourse(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = canvas(database);
      live(desk, file("canvas-course_progress"));
      assertThat(desk.evidence("MODULE", "requirements")).containsExactly("SCORED 3.0/6.0");
      assertThat(desk.evidence("COURSE", "course")).isEmpty();
      live(desk, file("canvas-course_completed"));
      live(desk, file("canvas-course_completed"));
      assertThat(desk.evidence("MODULE", "requirements")).containsExactly("SCORED 6.0/6.0");
      assertThat(desk.evidence("COURSE", "course")).containsExactly("COMPLETED");
      assertThat(desk.reports()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void believesNoScoreFarAboveItsMaximum(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = canvas(database);
      live(desk, file("canvas-grade_change").replace("\"score\": 8", "\"score\": 11"));
      live(
          desk,
          file("canvas-grade_change")
              .replace("\"points_possible\": 10", "\"points_possible\": null"));
      live(
          desk, file("canvas-caliper-grade_change").replace("\"maxScore\": 10", "\"maxScore\": 1"));
      assertThat(desk.reports()).isZero();
      assertThat(desk.codes()).containsOnly("maximum");
      var generous =
          desk(
              database,
              Map.of("canvas", CANVAS, "keys", "https://keys.example/jwks", "highest", "120"));
      live(generous, file("canvas-grade_change").replace("\"score\": 8", "\"score\": 11"));
      assertThat(generous.evidence("MODULE", "assignment/355")).containsExactly("SCORED 11.0/10.0");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aGradeIsTakenBackAndAHiddenOneIsNotTold(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = canvas(database);
      live(desk, file("canvas-grade_change").replace("\"muted\": false", "\"muted\": true"));
      live(
          desk,
          file("canvas-grade_change")
              .replace("\"grading_complete\": true", "\"grading_complete\": false"));
      assertThat(desk.reports()).isZero();
      live(desk, file("canvas-grade_change"));
      live(
          desk,
          file("canvas-grade_change")
              .replace("\"score\": 8", "\"score\": null")
              .replace("T10:15", "T10:16"));
      assertThat(desk.evidence("MODULE", "assignment/355"))
          .containsExactly("SCORED 0.0/1.0 undone");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void somebodyFromAnotherShardIsNotTheLocalOneOfThatNumber(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = canvas(database);
      live(desk, file("canvas-grade_change").replace("1190000000000048", "2070000000000048"));
      desk.desk.sort();
      assertThat(desk.desk.counts()).isEqualTo(Map.of(State.NO_LEARNER, 1L));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aNumberOfTwoPeopleIsNobodys(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = canvas(database);
      database.execute(
          "insert into lms_user_alias (lms_user_id, alias, created_at) values (?, 'canvas:48', ?)",
          desk.desk.course.learner("Bo"),
          SampleCourse.THEN);
      live(desk, file("canvas-grade_change"));
      desk.desk.sort();
      assertThat(desk.desk.counts()).isEqualTo(Map.of(State.NO_LEARNER, 1L));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyInstructuresSignatureLetsAnEventIn(TestDatabase kind) throws JOSEException {
    try (var database = kind.open()) {
      var desk = canvas(database);
      String event = file("canvas-grade_change");
      String right = signed(event, KEY, "now");
      String[] parts = right.split("\\.", -1);
      String forged =
          parts[0] + "." + Base64.getUrlEncoder().encodeToString(bytes("{}")) + "." + parts[2];
      byte[] shared = KEY.toRSAPublicKey().getEncoded();
      List<String> wrong =
          List.of(
              "",
              event,
              "a.b.c",
              forged,
              parts[0] + "." + parts[1] + ".",
              signed(event, OTHER, "now"),
              signed(event, KEY, "yesterday"),
              signed(event, JWSAlgorithm.RS512, new RSASSASigner(KEY), "now"),
              signed(event, JWSAlgorithm.HS256, new MACSigner(shared), "now"),
              new PlainObject(new PlainHeader(), new Payload(event)).serialize());
      for (String each : wrong) {
        assertThatThrownBy(() -> events(desk).live(desk.desk.connector, bytes(each)))
            .as(each)
            .isInstanceOfSatisfying(
                ReportRefused.class,
                e -> assertThat(e.type()).isEqualTo(ProblemType.TOKEN_REFUSED));
      }
      String waiting = signed(event, KEY, "down");
      assertThatThrownBy(() -> events(desk).live(desk.desk.connector, bytes(waiting)))
          .isInstanceOf(ExternalUnavailable.class);
      assertThat(desk.reports()).isZero();
      assertThat(desk.codes()).containsOnly("signature");
      events(desk).live(desk.desk.connector, bytes("\"" + right + "\""));
      assertThat(desk.reports()).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anEventOfAnotherCanvasIsRefusedThoughItIsSigned(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = canvas(database);
      String native1 = file("canvas-grade_change").replace("demo.instructure", "evil.instructure");
      String caliper =
          file("canvas-caliper-grade_change").replace("demo.instructure", "evil.instructure");
      var unset = desk(database, Map.of("keys", "https://keys.example/jwks"));
      assertThatThrownBy(() -> live(desk, native1)).isInstanceOf(ReportRefused.class);
      assertThatThrownBy(() -> live(desk, caliper)).isInstanceOf(ReportRefused.class);
      assertThatThrownBy(() -> live(unset, file("canvas-grade_change")))
          .isInstanceOf(ReportRefused.class);
      assertThat(desk.reports()).isZero();
      assertThat(desk.codes()).containsExactly("account-canvas");
    }
  }
}
