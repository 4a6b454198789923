package org.badgebridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DirectAwardTest {

  private static final Instant T0 = Instant.parse("2026-11-01T09:00:00Z");
  private static final Instant T1 = T0.plusSeconds(60);
  private static final Instant T2 = T1.plusSeconds(60);

  private static final int DAYS = 30;
  private static final Offer OFFER =
      Offer.byRule(
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          Provenance.rule(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()),
          "{}",
          Offer.Moment.NOW,
          T0,
          Actor.system("test"));

  /** Every transition, the states it may leave, and where it leads. */
  @SuppressWarnings("ImmutableEnumChecker") // functions and sets that nobody changes
  enum Transition {
    APPROVE(a -> a.approve(DAYS, T1), AwardState.OFFERED, EnumSet.of(AwardState.PROPOSED)),
    RELEASE(a -> a.release(DAYS, T1), AwardState.OFFERED, EnumSet.of(AwardState.SCHEDULED)),
    UNDO(a -> a.undoDecline(T1), AwardState.OFFERED, EnumSet.of(AwardState.DECLINED)),
    RESTORE(
        a -> a.restore(DAYS, T1),
        AwardState.OFFERED,
        EnumSet.of(AwardState.WITHDRAWN, AwardState.REJECTED, AwardState.EXPIRED)),
    REJECT(
        a -> a.reject(null, DAYS, T1),
        AwardState.REJECTED,
        EnumSet.of(AwardState.PROPOSED, AwardState.SCHEDULED)),
    DECLINE(a -> a.decline(T1), AwardState.DECLINED, EnumSet.of(AwardState.OFFERED)),
    EXPIRE(a -> a.expire(T1), AwardState.EXPIRED, EnumSet.of(AwardState.OFFERED)),
    WITHDRAW(a -> a.withdraw("no", DAYS, T1), AwardState.WITHDRAWN, EnumSet.of(AwardState.OFFERED)),
    CLAIM(a -> a.claim(T1), AwardState.CLAIMED, EnumSet.of(AwardState.OFFERED)),
    REVOKE(a -> a.revoke("no", T1), AwardState.REVOKED, EnumSet.of(AwardState.CLAIMED));

    final Predicate<DirectAward> step;
    final AwardState target;
    final Set<AwardState> from;

    Transition(Predicate<DirectAward> step, AwardState target, Set<AwardState> from) {
      this.step = step;
      this.target = target;
      this.from = from;
    }
  }

  private static final AwardTerms TERMS = new AwardTerms(false, 1, 1, DAYS);

  private static DirectAward in(AwardState state) {
    DirectAward award =
        switch (state) {
          case SCHEDULED -> DirectAward.schedule(OFFER, TERMS, T1, T0);
          case PROPOSED, REJECTED -> DirectAward.propose(OFFER, TERMS, T0);
          default -> DirectAward.offer(OFFER, TERMS, T0);
        };
    switch (state) {
      case SCHEDULED, PROPOSED, OFFERED -> {}
      case REJECTED -> award.reject(null, DAYS, T0);
      case CLAIMED -> award.claim(T0);
      case DECLINED -> award.decline(T0);
      case EXPIRED -> award.expire(T0);
      case WITHDRAWN -> award.withdraw("no", DAYS, T0);
      case REVOKED -> {
        award.claim(T0);
        award.revoke("no", T0);
      }
    }
    return award;
  }

  static Stream<Arguments> everyTransitionFromEveryState() {
    return Stream.of(Transition.values())
        .flatMap(step -> Stream.of(AwardState.values()).map(from -> Arguments.of(step, from)));
  }

  @ParameterizedTest(name = "{0} from {1}")
  @MethodSource
  void everyTransitionFromEveryState(Transition transition, AwardState from) {
    DirectAward award = in(from);
    assertThat(award.state()).isEqualTo(from);
    if (transition.from.contains(from)) {
      assertThat(transition.step.test(award)).isTrue();
      assertThat(award.state()).isEqualTo(transition.target);
      assertThat(transition.step.test(award)).as("done twice").isFalse();
    } else if (from == transition.target) {
      assertThat(transition.step.test(award)).isFalse();
    } else {
      assertThatThrownBy(() -> transition.step.test(award))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> {
                assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT);
                assertThat(problem.detailKey())
                    .isEqualTo("award.conflict-" + from.name().toLowerCase(Locale.ROOT));
              });
      assertThat(award.state()).isEqualTo(from);
    }
  }

  @Test
  void keepsTheFirstOfferAfterComingBack() {
    DirectAward award = in(AwardState.OFFERED);
    award.withdraw("mistake", DAYS, T1);
    assertThat(award.life().ended()).isEqualTo(T1);
    assertThat(award.life().endedReason()).isEqualTo("mistake");

    award.restore(DAYS, T2);

    assertThat(award.ladder().offered()).isEqualTo(T0);
    assertThat(award.life().lapsesAt()).isEqualTo(T2.plus(Duration.ofDays(DAYS)));
    assertThat(award.life().purgesAt()).isNull();
    assertThat(award.life().ended()).isNull();
    assertThat(award.life().endedReason()).isNull();
  }

  @Test
  void climbsTheLadderOnce() {
    DirectAward award = in(AwardState.OFFERED);
    award.ladder().reachedNotice(T0);
    award.opened(T1);
    award.opened(T2);
    award.claim(T2);
    award.madePublic(T2);

    Ladder ladder = award.ladder();
    assertThat(ladder.ruleMet()).isEqualTo(T0);
    assertThat(ladder.notified()).isEqualTo(T0);
    assertThat(ladder.delivered()).isEqualTo(T1);
    assertThat(ladder.seen()).isEqualTo(T1);
    assertThat(ladder.opened()).isEqualTo(T1);
    assertThat(ladder.claimed()).isEqualTo(T2);
    assertThat(ladder.firstPublic()).isEqualTo(T2);
  }

  @Test
  void cutsAnEndlessReason() {
    DirectAward award = in(AwardState.OFFERED);
    award.withdraw("x".repeat(5000), DAYS, T1);
    assertThat(award.life().endedReason()).hasSize(1000);
  }

  @Test
  void purgedItSaysNothingAndStaysEnded() {
    DirectAward award = in(AwardState.OFFERED);
    award.describe(new AwardDetails("did it", "https://e.example/1", "n", "d", "9"));
    award.withdraw("mistake", DAYS, T1);
    assertThat(award.life().purgesAt()).isEqualTo(T1.plus(Duration.ofDays(DAYS)));

    award.purge(T2);

    assertThat(award.details().narrative()).isNull();
    assertThat(award.details().evidenceUrl()).isNull();
    assertThat(award.details().grade()).isNull();
    assertThat(award.life().endedReason()).isNull();
    assertThat(award.life().ended()).isEqualTo(T1);
    assertThatThrownBy(() -> award.restore(DAYS, T2))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.detailKey()).isEqualTo("award.purged"));
  }

  @Test
  void declinedAndTakenAgainItLapsesWhenItWouldHave() {
    DirectAward award = in(AwardState.DECLINED);
    award.undoDecline(T2);
    assertThat(award.life().lapsesAt()).isEqualTo(T0.plus(Duration.ofDays(DAYS)));
  }
}
