package org.badgebridge.institution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EppnPatternTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".*@university\\.nl",
        "(.*@university\\.nl|.*@student\\.university\\.nl)",
        ".*@([a-z0-9-]+\\.)?university\\.nl",
        ".*"
      })
  void takesHonestPatterns(String pattern) {
    assertThat(EppnPattern.fault(pattern)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "[a-z]+@university.nl, institution.fault.eppn-begin",
    "(.*@university.nl, institution.fault.eppn-syntax",
    ".*.*.*.*.*.*x, institution.fault.eppn-slow",
    "(.*)(.*)(.*)(.*)(.*)\\1x, institution.fault.eppn-slow"
  })
  @Timeout(10)
  void refusesOthers(String pattern, String fault) {
    assertThat(EppnPattern.fault(pattern)).isEqualTo(fault);
  }

  @Test
  void refusesLongPatterns() {
    assertThat(EppnPattern.fault(".*" + "a".repeat(199))).isEqualTo("institution.fault.eppn-long");
  }

  @Test
  void matchesWholeNamesInAnyCase() {
    EppnPattern pattern = EppnPattern.of(".*@university\\.nl");
    assertThat(pattern.matches("Zoe@UNIVERSITY.nl")).isTrue();
    assertThat(pattern.matches("zoe@university.nl.evil.example")).isFalse();
    assertThat(pattern.matches("a".repeat(320) + "@university.nl")).isFalse();
  }

  @Test
  @Timeout(10)
  void givesUpInsteadOfRunningForEver() {
    assertThat(EppnPattern.of(".*.*.*.*.*.*.*.*!").matches("xyz".repeat(100))).isFalse();
  }
}
