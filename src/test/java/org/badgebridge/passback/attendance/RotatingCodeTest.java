package org.badgebridge.passback.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.badgebridge.passback.attendance.Meeting.State;
import org.junit.jupiter.api.Test;

class RotatingCodeTest {

  private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");
  private static final byte[] SECRET = new byte[32];
  private static final UUID MEETING = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private final RotatingCode code = new RotatingCode(SECRET, MEETING, State.CHECK_IN);

  @Test
  void isTakenWhileItIsShownAndForOneStepMore() {
    String shown = code.at(T);
    assertThat(code.fits(shown, T)).isTrue();
    assertThat(code.fits(shown, T.plusSeconds(59))).isTrue();
    assertThat(code.fits(shown, T.plusSeconds(60))).isFalse();
    assertThat(code.fits(shown, T.minusSeconds(1))).isFalse();
  }

  @Test
  void isSixSignsThatNobodyTakesForEachOther() {
    String many =
        IntStream.range(0, 2000)
            .mapToObj(i -> code.at(T.plus(RotatingCode.STEP.multipliedBy(i))))
            .peek(each -> assertThat(each).hasSize(6))
            .collect(Collectors.joining());
    assertThat(many).matches("[A-Z0-9]+").doesNotContain("0", "O", "1", "I", "L", "2", "Z");
    assertThat(many).doesNotContain("5", "S", "8");
    assertThat(many.chars().distinct().count()).isEqualTo(RotatingCode.SIGNS.length());
  }

  @Test
  void isAnotherForAnotherMeetingSecretOrPurpose() {
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(
            new String[] {
              new RotatingCode(SECRET, UUID.randomUUID(), State.CHECK_IN).at(T),
              new RotatingCode(other, MEETING, State.CHECK_IN).at(T),
              new RotatingCode(SECRET, MEETING, State.CHECK_OUT).at(T)
            })
        .doesNotContain(code.at(T))
        .doesNotHaveDuplicates();
  }

  @Test
  void takesWhatPeopleType() {
    String shown = code.at(T);
    assertThat(
            code.fits(
                " "
                    + shown.substring(0, 3).toLowerCase(java.util.Locale.ROOT)
                    + " - "
                    + shown.substring(3),
                T))
        .isTrue();
    assertThat(code.fits("", T)).isFalse();
    assertThat(code.fits(shown + shown, T)).isFalse();
  }

  @Test
  void tellsHowLongItIsShown() {
    assertThat(RotatingCode.left(T)).isEqualTo(Duration.ofSeconds(30));
    assertThat(RotatingCode.left(T.plusSeconds(29))).isEqualTo(Duration.ofSeconds(1));
  }
}
