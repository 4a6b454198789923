package org.badgebridge.passback.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentScoreTest {

  /** The example of LTI Assignment and Grade Services 2.0 §3.4, with an extension. */
  private static final String WHOLE =
      """
      {"timestamp": "2017-04-16T18:54:36.736+00:00", "scoreGiven": 83, "scoreMaximum": 100,
       "comment": "This is exceptional work.", "activityProgress": "Completed",
       "gradingProgress": "FullyGraded", "userId": "5323497",
       "submission": {"submittedAt": "2017-04-16T18:50:00.000+00:00"},
       "https://canvas.instructure.com/lti/submission": {"new_submission": false}}
      """;

  @Test
  void readsTheExampleOfTheSpecification() throws IOException {
    SentScore score = read(WHOLE);
    assertThat(score.userId()).isEqualTo("5323497");
    assertThat(score.scoreGiven()).isEqualTo(83);
    assertThat(score.scoreMaximum()).isEqualTo(100);
    assertThat(score.comment()).isEqualTo("This is exceptional work.");
    assertThat(score.isFinal()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-29T10:00:00.123Z, 2026-11-29T10:00:00.123Z",
    "2026-11-29T11:00:00.123+01:00, 2026-11-29T10:00:00.123Z",
    "2026-11-29T11:00:00.123+0100, 2026-11-29T10:00:00.123Z",
    "2026-11-29T11:00:00.123+01, 2026-11-29T10:00:00.123Z",
    "2026-11-29T10:00:00.123456789Z, 2026-11-29T10:00:00.123456Z",
    "'2026-11-29T10:00:00,5Z', 2026-11-29T10:00:00.500Z"
  })
  void readsTimesWithAZone(String written, String meant) throws IOException {
    assertThat(read(WHOLE.replace("2017-04-16T18:54:36.736+00:00", written)).timestamp())
        .isEqualTo(Instant.parse(meant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-29T10:00:00Z",
        "2026-11-29T10:00:00.123",
        "2026-11-29 10:00:00.123Z",
        "2026-02-30T10:00:00.123Z",
        "2026-11-29T10:00:00.123+99:00",
        "1795946400",
        "now",
        ""
      })
  void refusesTimesWithoutAZoneOrFraction(String written) {
    refuses(WHOLE.replace("2017-04-16T18:54:36.736+00:00", written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"scoreGiven\": 83 | \"scoreGiven\": -0.01",
        "\"scoreGiven\": 83 | \"scoreGiven\": \"83\"",
        "\"scoreGiven\": 83 | \"scoreGiven\": NaN",
        "\"scoreGiven\": 83 | \"scoreGiven\": 1e999",
        "\"scoreGiven\": 83 | \"scoreGiven\": Infinity",
        "\"scoreGiven\": 83 | \"scoreGiven\": [83]",
        "\"scoreGiven\": 83 | \"scoreGiven\": 1, \"scoreGiven\": 2",
        "\"scoreMaximum\": 100 | \"scoreMaximum\": 0",
        "\"scoreMaximum\": 100 | \"scoreMaximum\": null",
        "\"scoreMaximum\": 100 | \"x\": 1",
        "\"5323497\" | \"\"",
        "\"5323497\" | \" \"",
        "\"5323497\" | 5323497",
        "\"5323497\" | \"a\\u0000b\"",
        "\"5323497\" | \"\\ud800\"",
        "\"Completed\" | \"completed\"",
        "\"Completed\" | \"Done\"",
        "\"FullyGraded\" | null",
        "\"This is exceptional work.\" | 7",
      })
  void refusesWhatIsNotAsItMustBe(String good, String bad) {
    assertThat(WHOLE).contains(good);
    refuses(WHOLE.replace(good, bad));
  }

  @Test
  void refusesWhatIsNoObjectOrTooDeepOrTooLong() {
    for (String bad :
        List.of(
            "",
            "[]",
            "null",
            "{} {}",
            "{\"x\":" + "[".repeat(60) + "]".repeat(60) + "}",
            "{\"x\":\"" + "y".repeat(200_000) + "\"}",
            WHOLE.replace("83", "8".repeat(200)),
            WHOLE.replace("5323497", "5".repeat(256)),
            WHOLE.replace("This is", "x".repeat(10_001)))) {
      refuses(bad);
    }
    assertThatThrownBy(() -> read(" ".repeat(AgsJson.LARGEST + 1)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.TOO_LARGE));
  }

  private static void refuses(String json) {
    assertThatThrownBy(() -> read(json))
        .as(json.length() > 500 ? "long" : json)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED));
  }

  private static SentScore read(String json) throws IOException {
    return SentScore.of(
        AgsJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
  }
}
