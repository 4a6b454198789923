package org.badgebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTextTest {

  @ParameterizedTest
  @CsvSource({
    "pt_br, pt-BR",
    "nl, nl",
    "en_us, en-US",
    "de-DE, de-DE",
    "zh_hant_tw, zh-Hant-TW",
    "??,",
    "_,",
  })
  void spellsLanguagesAsTheStandardDoes(String sent, @Nullable String tag) {
    assertThat(ClaimText.languageTag(sent)).isEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource({
    "https://lms.example.edu/x?y, https://lms.example.edu",
    "HTTPS://LMS.Example.edu:443/, https://lms.example.edu",
    "http://localhost:8081/a, http://localhost:8081",
    "http://[::1]:8081/a, http://[::1]:8081",
    "javascript:alert(1),",
    "data:text/html,",
    "https://user@lms.example.edu/,",
    "https://lms.example.edu;script-src/,",
    "'https://lms.example.edu *',",
    "//lms.example.edu,",
    "https:lms.example.edu,",
  })
  void takesOriginsOfWebAddressesOnly(String url, @Nullable String origin) {
    assertThat(ClaimText.origin(url)).isEqualTo(origin);
  }

  @Test
  void makesOneLineOfAnything() {
    assertThat(ClaimText.line(" a\r\nb\u0000c\ud800 ", 100)).isEqualTo("a  b c");
    assertThat(ClaimText.line("🏅🏅", 3)).isEqualTo("🏅");
    assertThat(ClaimText.line("\u0000", 3)).isNull();
  }

  @Test
  void knowsVariablesThatThePlatformDidNotReplace() {
    assertThat(ClaimText.unresolved("$ResourceLink.id.history")).isTrue();
    assertThat(ClaimText.unresolved("$5 off")).isFalse();
  }
}
