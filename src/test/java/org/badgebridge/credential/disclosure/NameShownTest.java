package org.badgebridge.credential.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameShownTest {

  @ParameterizedTest
  @CsvSource({
    "Ada Lovelace,A. L.",
    "  Zoë   Čapek ,Z. Č.",
    "Jan van der Berg,J. v. d. B.",
    "Jean-Luc Picard,J. L. P.",
    "O'Neil (2nd),O. n.",
    "'𐐀da e\u0301lan',𐐀. e\u0301.",
    "1234,''",
    "'',''"
  })
  void leavesTheFirstLetterOfEachWord(String name, String initials) {
    assertThat(NameShown.INITIALS.of(name)).isEqualTo(initials);
  }

  @Test
  void showsAllOrNothing() {
    assertThat(NameShown.FULL.of("Ada Lovelace")).isEqualTo("Ada Lovelace");
    assertThat(NameShown.NONE.of("Ada Lovelace")).isEmpty();
  }
}
