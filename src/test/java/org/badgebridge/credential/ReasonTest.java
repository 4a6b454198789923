package org.badgebridge.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.badgebridge.credential.OpenBadge.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

  @Test
  void readsScoresAsPercentUnderTheirTitles() {
    assertThat(
            Reason.proofs(
                """
                {"rule":2,"evidence":[
                  {"title":"Quiz","kind":"SCORED","score":17,"maximum":20},
                  {"kind":"SCORED","score":12,"maximum":10},
                  {"title":"Syllabus","kind":"COMPLETED"}]}
                """))
        .containsExactly(new Proof("Quiz", 85), new Proof("Score", 100));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"evidence\":7}",
        "{\"evidence\":[7]}",
        "{\"evidence\":[{\"score\":\"a\",\"maximum\":1}]}",
        "{\"evidence\":[{\"score\":1,\"maximum\":0}]}",
        "{\"evidence\":[{\"title\":7,\"score\":null,\"maximum\":1}]}"
      })
  void leavesOutWhatItDoesNotUnderstand(String reason) {
    assertThat(Reason.proofs(reason)).isEmpty();
  }
}
