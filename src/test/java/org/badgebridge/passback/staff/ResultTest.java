package org.badgebridge.passback.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.badgebridge.passback.Fact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTest {

  @ParameterizedTest
  @ValueSource(strings = {"completed", " Done ", "JA", "x", "Voltooid", "1"})
  void readsThatItIsDone(String cell) {
    assertThat(Result.read(cell, null)).contains(Result.COMPLETED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"passed", "Geslaagd", "PASS"})
  void readsThatItIsDoneWellEnough(String cell) {
    assertThat(Result.read(cell, null)).contains(Result.PASSED);
  }

  @ParameterizedTest
  @CsvSource({
    "8/10,,8,10",
    "'7,5 / 10',,7.5,10",
    "80 %,,80,100",
    "80%,20,80,100",
    "8,10,8,10",
    "1,10,1,10",
    "0,10,0,10"
  })
  void readsScores(String cell, String maximum, double score, double most) {
    assertThat(Result.read(cell, maximum)).contains(new Result(Fact.Kind.SCORED, score, most));
  }

  @ParameterizedTest
  @CsvSource({
    "8,",
    "-1/10,",
    "8/0,",
    "NaN,10",
    "Infinity,10",
    "1e9,10",
    "8,ten",
    "maybe,",
    "999/10,",
    "'',10",
    "8//10,"
  })
  void readsNothingElse(String cell, String maximum) {
    assertThat(Result.read(cell, maximum)).isEmpty();
  }
}
