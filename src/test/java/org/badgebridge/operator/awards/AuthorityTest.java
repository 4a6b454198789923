package org.badgebridge.operator.awards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.badgebridge.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {

  private static final UUID ID = UUID.randomUUID();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "launch %s",
        "rule %s version 3",
        "pathway %s version 3",
        "backpack %s",
        "claim link",
        "client %s",
        "clock",
        "file names of 2026.csv"
      })
  void isToldInBothLanguagesAndWithoutIds(String written) {
    Authority authority = Authority.of(written.formatted(ID)).orElseThrow();
    for (Locale each : Words.LANGUAGES) {
      assertThat(new Words().text(each, authority.key(), authority.detail()))
          .isNotEqualTo(authority.key())
          .doesNotContain(ID.toString())
          .doesNotContain("{0}");
    }
  }

  @Test
  void namesTheVersionOfTheRuleAndTheTable() {
    assertThat(Authority.of("rule " + ID + " version 12").orElseThrow().detail()).isEqualTo("12");
    assertThat(Authority.of("file my table.csv").orElseThrow().detail()).isEqualTo("my table.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"account %s", "administrator %s", "job write-back", "", "rule", "what"})
  void isLeftOutWhereItSaysNoMore(String written) {
    assertThat(Authority.of(written.formatted(ID))).isEmpty();
  }
}
