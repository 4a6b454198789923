package org.badgebridge.award.hand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.Requirements;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.staff.Typed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DetailsFormTest {

  private static final Requirements NOTHING = new Requirements(false, false, false, false, null);
  private static final Requirements ALL = new Requirements(true, true, true, false, null);

  @Test
  void aMomentIsReadInTheZoneOfWhoTypedIt() {
    assertThat(from("2026-12-01T09:30", "Europe/Amsterdam")).isEqualTo("2026-12-01T08:30:00Z");
    assertThat(from("2026-12-01T09:30", "")).isEqualTo("2026-12-01T09:30:00Z");
    assertThat(from("2026-12-01T09:30", "Nowhere/At all")).isEqualTo("2026-12-01T09:30:00Z");
    assertThat(from("", "Europe/Amsterdam")).isNull();
  }

  private static @Nullable Instant from(String from, String zone) {
    return DetailsForm.from(Typed.of(Map.of("from", from, "zone", zone)));
  }

  @Test
  void everyFaultStandsBesideItsField() {
    Typed typed = Typed.of(Map.of("from", "tomorrow", "evidenceUrl", "javascript:x"));

    assertThat(DetailsForm.faults(typed, ALL))
        .extracting(FieldFault::field)
        .containsExactly("evidenceUrl", "narrative", "grade", "from");
    assertThat(DetailsForm.faults(Typed.of(Map.of()), NOTHING)).isEmpty();
  }

  @Test
  void whatIsSaidSurvivesTheForm() {
    var details = new AwardDetails("n", "https://e.example/1", "name", "about", "8");
    assertThat(DetailsForm.details(Typed.of(DetailsForm.values(details)))).isEqualTo(details);
    assertThat(DetailsForm.values(AwardDetails.NONE)).isEmpty();
  }
}
