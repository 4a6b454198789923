package org.badgebridge.award.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwardRequestTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final AwardDetails WHY =
      new AwardDetails("I led the lab", "https://example.org/lab", null, null, "9");

  @Test
  void everyDeedDoneTwiceChangesNothing() {
    AwardRequest request = asked();
    assertThat(request.giveBack("Which lab?", NOW)).isTrue();
    assertThat(request.giveBack("Which lab?", NOW)).isFalse();
    assertThat(request.revise(WHY, NOW)).isTrue();
    assertThat(request.revise(WHY, NOW)).isFalse();
    assertThat(request.deny("No lab", 30, NOW)).isTrue();
    assertThat(request.deny("Still no lab", 30, NOW)).isFalse();
    assertThat(request.words()).isEqualTo("No lab");
    assertThat(request.reopen()).isTrue();
    assertThat(request.reopen()).isFalse();
    assertThat(request.approve(30, NOW)).isTrue();
    assertThat(request.approve(30, NOW)).isFalse();
  }

  @Test
  void whatHasEndedCannotGoAnotherWay() {
    AwardRequest withdrawn = asked();
    withdrawn.withdraw(30, NOW);
    refused(() -> withdrawn.approve(30, NOW));
    refused(() -> withdrawn.deny("no", 30, NOW));
    refused(() -> withdrawn.giveBack("more", NOW));
    refused(() -> withdrawn.revise(WHY, NOW));
    refused(withdrawn::reopen);
    refused(() -> withdrawn.settle(UUID.randomUUID(), 30, NOW));

    AwardRequest approved = asked();
    approved.approve(30, NOW);
    refused(() -> approved.withdraw(30, NOW));
    refused(approved::reopen);
  }

  @Test
  void whatWasReturnedWaitsForTheLearner() {
    AwardRequest request = asked();
    request.giveBack("Which lab?", NOW);
    refused(() -> request.approve(30, NOW));
    assertThat(request.words()).isEqualTo("Which lab?");
    request.revise(new AwardDetails("The lab of 2026", null, null, null, null), NOW.plusSeconds(9));
    assertThat(request.state()).isEqualTo(RequestState.OPEN);
    assertThat(request.askedAt()).isEqualTo(NOW);
    assertThat(request.sentAt()).isEqualTo(NOW.plusSeconds(9));
    assertThat(request.words()).as("what staff wanted to read").isEqualTo("Which lab?");
  }

  @Test
  void whatItSaidIsErasedAndItsTimesStay() {
    AwardRequest request = asked();
    request.deny("No lab", 30, NOW);
    assertThat(request.purgesAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    request.purge(NOW.plus(Duration.ofDays(30)));
    assertThat(request.details()).isEqualTo(AwardDetails.NONE);
    assertThat(request.words()).isNull();
    assertThat(request.askedAt()).isEqualTo(NOW);
    assertThat(request.decidedAt()).isEqualTo(NOW);
  }

  @Test
  void nobodyGradesThemselves() {
    assertThat(asked().details().grade()).isNull();
    assertThat(asked().details().narrative()).isEqualTo("I led the lab");
  }

  @Test
  void namesEveryFaultBesideItsField() {
    assertThat(new Asked(true, true).faults(AwardDetails.NONE))
        .extracting(FieldFault::field)
        .containsExactly("narrative", "evidenceUrl");
    assertThat(faults(null, "ftp://example.org/lab")).containsExactly("evidenceUrl");
    assertThat(faults("x".repeat(10_001), null)).containsExactly("narrative");
    assertThat(
            new Asked(false, false)
                .faults(new AwardDetails(null, null, "A lab without an address", null, null)))
        .extracting(FieldFault::field)
        .containsExactly("evidenceUrl");
    assertThat(new Asked(false, false).faults(AwardDetails.NONE)).isEmpty();
  }

  private static List<String> faults(@Nullable String narrative, @Nullable String address) {
    return new Asked(false, false)
        .faults(new AwardDetails(narrative, address, null, null, null)).stream()
            .map(FieldFault::field)
            .toList();
  }

  private static AwardRequest asked() {
    return new AwardRequest(
        UUID.randomUUID(), new Wish(UUID.randomUUID(), UUID.randomUUID(), null, WHY), NOW);
  }

  private static void refused(Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.CONFLICT));
  }
}
