package org.badgebridge.badgeclass.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.badgeclass.content.PublishRules.Asks;
import org.badgebridge.problem.FieldFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishRulesTest {

  private static final House MBO = new House(Set.of(Recognition.values()), true, false);
  private static final House WO = new House(Set.of(Recognition.values()), false, true);

  @Test
  void asksLittleOutsideTheCurriculum() {
    assertThat(missing(SampleContent.plain("Come"), House.ANY)).isEmpty();
    BadgeContent bare = BadgeContent.of(new Wording("Come", "", ""), "en", "achievement", "x");
    assertThat(missing(bare, House.ANY)).containsExactly("description", "criteria");
  }

  @Test
  void asksARegularOneForOutcomesLevelAndProgramme() {
    assertThat(missing(recognised(Recognition.REGULAR, Study.NOTHING), House.ANY))
        .containsExactly("outcomes", "eqf", "programmes");
  }

  @Test
  void asksAMicroCredentialForEverythingThatTheFrameworkNames() {
    assertThat(missing(recognised(Recognition.MICRO_CREDENTIAL, Study.NOTHING), House.ANY))
        .containsExactly(
            "outcomes",
            "eqf",
            "participation",
            "assessment",
            "qualityName",
            "qualityUrl",
            "qualityDescription",
            "ects");
    assertThat(missing(SampleContent.full(), House.ANY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.5,false,false", "1,false,true", "3,true,true", "30,true,true", "30.5,false,false"})
  void holdsTheSizeOfAMicroCredential(BigDecimal ects, boolean elsewhere, boolean university) {
    BadgeContent content = recognised(Recognition.MICRO_CREDENTIAL, sized(ects, null, null));
    assertThat(!missing(content, House.ANY).contains("ects")).isEqualTo(elsewhere);
    assertThat(!missing(content, WO).contains("ects")).isEqualTo(university);
  }

  @ParameterizedTest
  @CsvSource({
    "27,false,false",
    "28,false,true",
    "84,true,true",
    "840,true,true",
    "841,false,false"
  })
  void holdsTheTimeOfAMicroCredential(int hours, boolean elsewhere, boolean university) {
    BadgeContent content = recognised(Recognition.MICRO_CREDENTIAL, sized(null, null, hours));
    assertThat(!missing(content, House.ANY).contains("timeInvestment")).isEqualTo(elsewhere);
    assertThat(!missing(content, WO).contains("timeInvestment")).isEqualTo(university);
  }

  @Test
  void countsStudyLoadInVocationalEducation() {
    assertThat(missing(recognised(Recognition.REGULAR, Study.NOTHING), MBO)).contains("studyLoad");
    assertThat(missing(recognised(Recognition.EXTRA_CURRICULAR, Study.NOTHING), MBO)).isEmpty();
    assertThat(missing(recognised(Recognition.MICRO_CREDENTIAL, sized(null, 100, null)), MBO))
        .contains("studyLoad");
    assertThat(missing(recognised(Recognition.MICRO_CREDENTIAL, sized(null, 160, null)), MBO))
        .doesNotContain("studyLoad");
  }

  @Test
  void refusesARecognitionThatTheInstitutionMayNotGive() {
    House informal = new House(Set.of(Recognition.EXTRA_CURRICULAR), false, false);
    assertThat(missing(SampleContent.full(), informal)).containsExactly("recognition");
  }

  @Test
  void asksForAssessmentOrForAPathWhereTheTypeDoes() {
    BadgeContent plain = SampleContent.plain("Come");
    assertThat(fields(PublishRules.faults(plain, House.ANY, Asks.ASSESSMENT)))
        .containsExactly("assessment");
    assertThat(fields(PublishRules.faults(plain, House.ANY, Asks.BADGES)))
        .containsExactly("pathway");
    BadgeContent path =
        SampleContent.path("Way", UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    assertThat(PublishRules.faults(path, House.ANY, Asks.BADGES)).isEmpty();
  }

  private static List<String> missing(BadgeContent content, House house) {
    return fields(PublishRules.faults(content, house, Asks.NOTHING));
  }

  private static List<String> fields(List<FieldFault> faults) {
    return faults.stream().map(FieldFault::field).toList();
  }

  private static Study sized(
      @Nullable BigDecimal ects, @Nullable Integer load, @Nullable Integer hours) {
    return new Study(
        ects, load, hours, 6, false, "Can", List.of("1"), null, null, null, null, false);
  }

  private static BadgeContent recognised(Recognition recognition, Study study) {
    return new BadgeContent(
        new Wording("Come", "d", "c"),
        "en",
        null,
        "achievement",
        "community",
        null,
        recognition,
        null,
        null,
        null,
        null,
        study,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
