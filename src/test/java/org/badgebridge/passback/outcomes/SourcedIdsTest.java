package org.badgebridge.passback.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.ConnectorDesk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcedIdsTest {

  private final SourcedIds ids = new SourcedIds(ConnectorDesk.SEALER);

  private static Connector connector(Map<String, String> settings) {
    return new Connector(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        "outcomes",
        "Tool",
        settings,
        true,
        true,
        Instant.EPOCH,
        null);
  }

  /** The second is how Open edX writes them. */
  @ParameterizedTest
  @CsvSource({
    "{course}/{activity}/{user}, 101/quiz%201/7, 101, quiz 1, 7",
    "{course}:{activity}:{user}, course-v1%3AX%2B1:edx.org-0a1b:9f, course-v1:X+1, edx.org-0a1b, 9f",
    "u={user};c={course};a={activity}, u=7;c=101;a=x%3By, 101, x;y, 7",
    "{course}/{activity}/{user}, 101/a+b/7, 101, a+b, 7"
  })
  void readsTheFormThatTheSettingsSay(
      String form, String sourcedId, String course, String activity, String user) {
    assertThat(ids.open(connector(Map.of("form", form)), sourcedId))
        .isEqualTo(new Sourced(course, activity, activity, user));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{course}/{activity}",
        "{course}{activity}{user}",
        "{course}/{activity}/{user}/{user}",
        "x"
      })
  void aFormMustHaveEachPartOnce(String form) {
    assertThat(SourcedIds.fits(form)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"101/quiz/7", "", "AAAA"})
  void withoutAFormOnlySealedOnesAreTaken(String plain) {
    Connector connector = connector(Map.of());
    Sourced sourced = new Sourced("101", "quiz", "", "7");
    assertThat(ids.open(connector, ids.seal(connector, sourced))).isEqualTo(sourced);
    assertThatThrownBy(() -> ids.open(connector, plain)).isInstanceOf(OutcomeRefused.class);
    assertThatThrownBy(() -> ids.open(connector(Map.of()), ids.seal(connector, sourced)))
        .isInstanceOf(OutcomeRefused.class);
  }
}
