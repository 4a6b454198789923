package org.badgebridge.badgeclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.badgebridge.drawing.BuiltIns;
import org.badgebridge.drawing.VisualGrammar;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadgeClassDraftTest {

  private static final VisualGrammar GRAMMAR = new BuiltIns(new Words()).grammar();

  @Test
  void takesACompleteDraft() {
    assertThat(draft("Mentor").faults(GRAMMAR)).isEmpty();
  }

  @Test
  void namesEveryFaultAtOnce() {
    BadgeClassDraft empty = new BadgeClassDraft(" ", "", "\n", "MEDAL", "", "tlh");
    assertThat(empty.faults(GRAMMAR))
        .extracting(FieldFault::field)
        .containsExactly("name", "description", "criteria", "type", "theme", "language");
    assertThatThrownBy(() -> empty.check(GRAMMAR)).isInstanceOf(InvalidFields.class);
  }

  @Test
  void refusesTextsBeyondTheirLength() {
    BadgeClassDraft longest = draft("n".repeat(200), "d".repeat(2000), "c".repeat(10000));
    BadgeClassDraft longer = draft("n".repeat(201), "d".repeat(2001), "c".repeat(10001));
    assertThat(longest.faults(GRAMMAR)).isEmpty();
    assertThat(longer.faults(GRAMMAR))
        .extracting(FieldFault::field)
        .containsExactly("name", "description", "criteria");
  }

  @Test
  void hasWordsForEveryFaultInBothLanguages() {
    Words words = new Words();
    BadgeClassDraft wrong = new BadgeClassDraft("", "", "", "", "", "");
    BadgeClassDraft longer = draft("n".repeat(201));
    for (Locale language : Words.LANGUAGES) {
      for (FieldFault fault : wrong.faults(GRAMMAR)) {
        assertThat(words.text(language, fault.key())).isNotEqualTo(fault.key());
      }
      assertThat(
              words.text(
                  language,
                  longer.faults(GRAMMAR).get(0).key(),
                  longer.faults(GRAMMAR).get(0).arguments().toArray()))
          .contains("200", "201");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202E", "\u200B\u200B", "\u0000", "\u200D", "\uFEFF", "\uE000"})
  void countsAnInvisibleNameAsMissing(String name) {
    assertThat(draft(name).faults(GRAMMAR)).extracting(FieldFault::field).containsExactly("name");
  }

  @Test
  void cleansNamesButKeepsTheirLetters() {
    assertThat(draft("  Re\u202Ese\u0000arch\n\t data\u00A0").name()).isEqualTo("Research data");
    assertThat(draft("Žluťoučký 👩\u200D🚀 日本 شارة").name())
        .isEqualTo("Žluťoučký 👩\u200D🚀 日本 شارة");
    assertThat(draft("e\u0301").name()).isEqualTo("é");
  }

  @Test
  void keepsTheLinesOfCriteria() {
    assertThat(draft("n", "d", "- a\r\n- b\u0007\r- c").criteria()).isEqualTo("- a\n- b\n- c");
  }

  private static BadgeClassDraft draft(String name) {
    return draft(name, "Says something", "Do something");
  }

  private static BadgeClassDraft draft(String name, String description, String criteria) {
    return new BadgeClassDraft(name, description, criteria, "competency", "inclusion", "nl");
  }
}
