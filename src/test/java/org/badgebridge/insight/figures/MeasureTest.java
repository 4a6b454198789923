package org.badgebridge.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.badgebridge.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeasureTest {

  private final Words words = new Words();

  @ParameterizedTest
  @EnumSource(Measure.class)
  void everyNumberHasANameAndAMeaningInBothLanguages(Measure measure) {
    for (Locale each : Words.LANGUAGES) {
      assertThat(measure.name(words, each)).doesNotStartWith("insight.");
      assertThat(measure.definition(words, each)).doesNotStartWith("insight.");
    }
    assertThat(measure.name(words, Words.LANGUAGES.get(1)))
        .isNotEqualTo(measure.definition(words, Words.LANGUAGES.get(1)));
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void everyStepOnTheWayToTheClaimHasAnObstacleAndANextStep(Step step) {
    for (Locale each : Words.LANGUAGES) {
      assertThat(words.text(each, "insight.step." + step.slug())).doesNotStartWith("insight.");
      if (step != Step.MET && step != Step.PUBLIC) {
        assertThat(words.text(each, "insight.step." + step.slug() + ".obstacle", 7)).contains("7");
        assertThat(words.text(each, "insight.step." + step.slug() + ".next"))
            .doesNotStartWith("insight.");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Wait.class)
  void everyWaitHasAName(Wait wait) {
    for (Locale each : Words.LANGUAGES) {
      assertThat(words.text(each, "insight.wait." + wait.slug())).doesNotStartWith("insight.");
    }
  }

  @Test
  void ratesCountOnlyWhatReachedItsLearnerAndOnlyWhatLearnersHold() {
    Figures figures =
        Figures.of(
            Map.of(
                Count.OFFERED, 20L,
                Count.DELIVERED, 16L,
                Count.CLAIMED, 12L,
                Count.REVOKED, 2L,
                Count.IN_PUBLIC, 5L));

    assertThat(Measure.CLAIM_RATE.rate(figures)).isEqualTo(new Rate(12, 16));
    assertThat(Measure.PUBLIC_RATE.rate(figures)).isEqualTo(new Rate(5, 10));
  }

  @Test
  void namesTheStepThatMostDoNotReach() {
    Figures figures =
        Figures.of(
            Map.of(
                Count.MET, 50L,
                Count.OFFERED, 48L,
                Count.NOTIFIED, 40L,
                Count.DELIVERED, 39L,
                Count.SEEN, 20L,
                Count.OPENED, 20L,
                Count.CLAIMED, 18L));

    assertThat(Step.hardest(figures)).isEqualTo(Step.SEEN);
    assertThat(Step.SEEN.lost(figures)).isEqualTo(19);
    assertThat(Step.hardest(Figures.NONE)).isNull();
  }

  @Test
  void tellsWithinWhichTimeHalfOfTheClaimsCame() {
    Figures figures =
        Figures.of(
            Map.of(
                Count.CLAIMED, 10L,
                Count.WITHIN_HOUR, 2L,
                Count.WITHIN_1, 4L,
                Count.WITHIN_3, 6L,
                Count.WITHIN_7, 6L,
                Count.WITHIN_14, 6L,
                Count.WITHIN_30, 9L));

    assertThat(Wait.ofHalf(figures)).isEqualTo(Wait.DAYS_3);
    assertThat(Wait.LONGER.of(figures)).isEqualTo(1);
    assertThat(Wait.ofHalf(Figures.NONE)).isNull();
  }
}
