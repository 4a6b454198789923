package org.badgebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTest {

  private static final Accent WHITE = Accent.of("ffffff");
  private static final Accent BLACK = Accent.of("000000");

  @ParameterizedTest
  @ValueSource(strings = {"ffcc00", "1f5fbf", "ffffff", "000000", "ff0000", "7fff7f", "808080"})
  void bendsEveryColourUntilItCanBeRead(String colour) {
    String[] schemes = Accent.of(colour).css().split("@media", 2);
    for (int i = 0; i < schemes.length; i++) {
      Accent accent = variable("accent", schemes[i]);
      Accent ground = Accent.of(i == 0 ? "eef0f3" : "262b34");
      assertThat(accent.contrast(ground)).isGreaterThanOrEqualTo(4.5);
      assertThat(accent.contrast(variable("accent-soft", schemes[i]))).isGreaterThanOrEqualTo(4.5);
    }
  }

  private static Accent variable(String name, String css) {
    Matcher value = Pattern.compile("--" + name + ":#([0-9a-f]{6})").matcher(css);
    assertThat(value.find()).isTrue();
    return Accent.of(value.group(1));
  }

  @Test
  void leavesAReadableColourAlone() {
    assertThat(Accent.of("1f5fbf").css()).startsWith(":root{--accent:#1f5fbf;");
  }

  @Test
  void leavesAPageLightThatIsSaidToBe() {
    assertThat(Accent.of("1f5fbf").css().split("@media", 2)[1])
        .startsWith(" (prefers-color-scheme:dark){:root:not([data-scheme=light]){--accent:");
  }

  @Test
  void measuresContrastAsWcagDoes() {
    assertThat(WHITE.contrast(BLACK)).isEqualTo(21);
    assertThat(WHITE.contrast(WHITE)).isEqualTo(1);
  }
}
