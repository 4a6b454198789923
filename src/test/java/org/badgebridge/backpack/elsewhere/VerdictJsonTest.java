package org.badgebridge.backpack.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.badgebridge.verification.verdict.Check;
import org.badgebridge.verification.verdict.Endorsement;
import org.badgebridge.verification.verdict.Endorsement.About;
import org.badgebridge.verification.verdict.Outcome;
import org.badgebridge.verification.verdict.Probe;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.verification.verdict.Verdict;
import org.junit.jupiter.api.Test;

class VerdictJsonTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void whatIsWrittenIsReadAgain() {
    Check check = Check.of(Probe.END, Outcome.WARNING, "time.over", NOW, 3L, "x");
    Verdict verdict =
        new Verdict(
            State.EXPIRED,
            NOW,
            List.of(check),
            null,
            List.of(
                new Endorsement("Said", "Council", "council.example", About.ISSUER, "Yes.", check),
                new Endorsement("", "", "", null, "", check)),
            "");
    assertThat(VerdictJson.read(VerdictJson.write(verdict))).isEqualTo(verdict);
  }

  @Test
  void aVerdictFromBeforeEndorsementsWereKeptHasNone() {
    String before = "{\"state\":\"VALID\",\"checkedAt\":\"" + NOW + "\",\"checks\":[]}";
    assertThat(VerdictJson.read(before).endorsements()).isEmpty();
  }
}
