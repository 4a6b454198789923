package org.badgebridge.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RateTest {

  @Test
  void givesNoRateForFewerThanFive() {
    assertThat(new Rate(4, 4).meaningful()).isFalse();
    assertThat(new Rate(0, 5).meaningful()).isTrue();
  }

  @Test
  void roundsToWholePercent() {
    assertThat(new Rate(2, 3).percent()).isEqualTo(67);
    assertThat(new Rate(0, 0).percent()).isZero();
  }

  /** 0.531 to 0.888. */
  @Test
  void givesTheWilsonInterval() {
    Rate rate = new Rate(15, 20);

    assertThat(rate.low()).isEqualTo(53);
    assertThat(rate.high()).isEqualTo(89);
  }

  @Test
  void keepsTheRangeWithinThePossible() {
    assertThat(new Rate(0, 10).low()).isZero();
    assertThat(new Rate(10, 10).high()).isEqualTo(100);
  }

  @Test
  void refusesMoreThanThereIs() {
    assertThatThrownBy(() -> new Rate(6, 5)).isInstanceOf(IllegalArgumentException.class);
  }
}
