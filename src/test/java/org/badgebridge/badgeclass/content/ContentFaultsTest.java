package org.badgebridge.badgeclass.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.badgebridge.problem.FieldFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentFaultsTest {

  @Test
  void findsNothingWrongWithTheLeastAndTheMost() {
    assertThat(ContentFaults.of(SampleContent.plain("Come"))).isEmpty();
    assertThat(ContentFaults.of(SampleContent.full())).isEmpty();
  }

  @Test
  void asksEvenADraftForNameAndLanguage() {
    assertThat(fields(BadgeContent.of(new Wording("", "", ""), "tlh", "", "")))
        .containsExactly("name", "language");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.4", "0.75", "240.5", "-3"})
  void takesCreditsInHalfPointsOnly(String ects) {
    Study study =
        new Study(
            new BigDecimal(ects),
            null,
            null,
            null,
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            false);
    assertThat(fields(with(study))).containsExactly("ects");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "javascript:alert(1)",
        "//evil.example",
        "data:text/html,x",
        "https://user@evil.example/",
        "esco/skill/1",
        "https:///x"
      })
  void takesOnlyWebAddressesForAlignments(String url) {
    Alignment alignment = new Alignment("manage data", url, "", "", "", "");
    assertThat(fields(aligned(List.of(alignment)))).containsExactly("alignmentUrl.0");
  }

  @Test
  void namesTheRowOfAnAlignmentThatIsWrong() {
    Alignment good = new Alignment("a", "https://example.org/a", "", "", "", "CFItem");
    Alignment bad = new Alignment("", "https://example.org/b", "", "", "", "Skill");
    assertThat(fields(aligned(List.of(good, bad))))
        .containsExactly("alignmentName.1", "alignmentType.1");
  }

  @Test
  void limitsListsAndTexts() {
    List<Alignment> many =
        Collections.nCopies(31, new Alignment("a", "https://example.org/a", "", "", "", ""));
    assertThat(fields(aligned(many))).containsExactly("alignments");
    assertThat(fields(SampleContent.plain("x".repeat(201)))).containsExactly("name");
    List<String> skills = IntStream.range(0, 31).mapToObj(i -> "skill " + i).toList();
    assertThat(fields(skilled(skills))).containsExactly("skills");
  }

  @Test
  void wantsTheGradeThatIsNeededAmongThePossibleOnes() {
    GradeScale scale =
        new GradeScale("Final grade", "LetterGrade", "", "", "D", List.of("C", "B", "A"));
    assertThat(fields(assessed(new Assessing(null, false, false, false, scale))))
        .containsExactly("scaleRequired");
  }

  @Test
  void dropsTranslationsThatSayNothingOrAreTheLanguageItself() {
    BadgeContent content =
        new BadgeContent(
            new Wording("Come", "d", "c"),
            "en",
            Map.of("nl", new Wording(" ", "", ""), "en", new Wording("Come!", "", "")),
            "achievement",
            "community",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    assertThat(content.translations()).isEmpty();
  }

  private static List<String> fields(BadgeContent content) {
    return ContentFaults.of(content).stream().map(FieldFault::field).toList();
  }

  private static BadgeContent with(Study study) {
    return content(null, null, study, null);
  }

  private static BadgeContent aligned(List<Alignment> alignments) {
    return content(null, alignments, null, null);
  }

  private static BadgeContent skilled(List<String> skills) {
    return content(skills, null, null, null);
  }

  private static BadgeContent assessed(Assessing assessing) {
    return content(null, null, null, assessing);
  }

  private static BadgeContent content(
      @org.jspecify.annotations.Nullable List<String> skills,
      @org.jspecify.annotations.Nullable List<Alignment> alignments,
      @org.jspecify.annotations.Nullable Study study,
      @org.jspecify.annotations.Nullable Assessing assessing) {
    return new BadgeContent(
        new Wording("Come", "d", "c"),
        "en",
        null,
        "achievement",
        "community",
        null,
        null,
        null,
        skills,
        null,
        alignments,
        study,
        assessing,
        null,
        null,
        null,
        null,
        null);
  }
}
