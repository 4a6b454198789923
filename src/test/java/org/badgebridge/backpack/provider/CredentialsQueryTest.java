package org.badgebridge.backpack.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsQueryTest {

  private static final String AT = "https://tool.example/c";

  @Test
  void asksForFiftyUnlessToldOtherwiseAndNeverForMoreThanAHundred() {
    assertThat(CredentialsQuery.read(null, null, null))
        .isEqualTo(new CredentialsQuery(50, 0, null));
    assertThat(CredentialsQuery.read("101", "7", null).limit()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, first=0 last=0",
    "0, 10, first=0 last=0",
    "0, 11, first=0 last=10 next=10",
    "10, 25, first=0 last=20 next=20 prev=0",
    "20, 25, first=0 last=20 prev=10",
    "5, 25, first=0 last=20 next=15 prev=0",
    "900, 25, first=0 last=20 prev=890",
  })
  void linksToTheOtherParts(String offset, long total, String relations) {
    String links = CredentialsQuery.read("10", offset, null).links(AT, total);
    StringBuilder wanted = new StringBuilder();
    for (String each : relations.split(" ", -1)) {
      String[] relation = each.split("=", -1);
      wanted
          .append(wanted.isEmpty() ? "" : ", ")
          .append("<" + AT + "?limit=10&offset=" + relation[1] + ">; rel=\"" + relation[0] + "\"");
    }
    assertThat(links).isEqualTo(wanted.toString());
  }

  @Test
  void linksKeepSince() {
    assertThat(CredentialsQuery.read("10", "0", "2026-01-31T13:00:00+01:00").links(AT, 1))
        .contains("since=2026-01-31T12%3A00%3A00Z>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-31T12:00:00", "2026-01-31T12:00:00.000", "2026-01-31T12:00Z"})
  void aMomentIsOfUtcUnlessItSaysOtherwise(String since) {
    assertThat(CredentialsQuery.read(null, null, since).since())
        .isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "", "1e3", "99999999999"})
  void refusesALimitThatIsNone(String limit) {
    assertThatThrownBy(() -> CredentialsQuery.read(limit, null, null))
        .isInstanceOf(ReadRefused.class)
        .hasMessageContaining("limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-01-31", "2026-01-31T", "T12:00:00", ""})
  void refusesAMomentThatIsNone(String since) {
    assertThatThrownBy(() -> CredentialsQuery.read(null, null, since))
        .isInstanceOf(ReadRefused.class)
        .hasMessageContaining("since");
  }
}
