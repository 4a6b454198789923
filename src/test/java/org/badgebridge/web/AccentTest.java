package org.badgebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTest {

  private static final Accent WHITE = Accent.of("ffffff");
  private static final Accent BLACK = Accent.of("000000");

  @ParameterizedTest
  @ValueSource(strings = {"ffcc00", "1f5fbf", "ffffff", "000000", "ff0000", "7fff7f", "808080"})
  void bendsEveryColourUntilItCanBeRead(String colour) {
    Accent light = Accent.of("eef0f3");
    Accent dark = Accent.of("262b34");
    assertThat(Accent.of(colour).readableOn(light, BLACK).contrast(light))
        .isGreaterThanOrEqualTo(4.5);
    assertThat(Accent.of(colour).readableOn(dark, WHITE).contrast(dark))
        .isGreaterThanOrEqualTo(4.5);
  }

  @Test
  void leavesAReadableColourAlone() {
    assertThat(Accent.of("1f5fbf").css()).startsWith(":root{--accent:#1f5fbf;");
  }

  @Test
  void measuresContrastAsWcagDoes() {
    assertThat(WHITE.contrast(BLACK)).isEqualTo(21);
    assertThat(WHITE.contrast(WHITE)).isEqualTo(1);
  }
}
