package org.badgebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourseLanguageTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void isOneThatPagesAreOfferedIn(String tag) {
    assertThat(CourseLanguage.offered(tag)).isEqualTo(Locale.forLanguageTag(tag));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "de", "NL", "nl;q=0,en", "nl\r\nSet-Cookie: a=b", "*"})
  void isNothingElse(String tag) {
    assertThat(CourseLanguage.offered(tag)).isNull();
  }
}
