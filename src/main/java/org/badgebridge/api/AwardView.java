package org.badgebridge.api;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.Life;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * An award as programs see it; what is not known is left out.
 *
 * @param edition how many awards of its badge class the learner had, with this one
 * @param origin through which door it came: {@code RULE}, {@code STAFF}, {@code CSV}, {@code API},
 *     {@code REQUEST}
 * @param course the id of the course in which it was given
 * @param replaces the award in whose place it was given
 */
record AwardView(
    UUID id,
    ClassName badgeClass,
    Who recipient,
    String state,
    String origin,
    int edition,
    @Nullable UUID course,
    @Nullable AwardDetails details,
    String createdAt,
    @Nullable String scheduledFor,
    @Nullable String lapsesAt,
    Ladder reached,
    @Nullable String endedAt,
    @Nullable String endedReason,
    @Nullable UUID replaces) {

  private static final Words WORDS = new Words();

  /** Which badge class, in which version. */
  record ClassName(UUID id, String name, int version) {}

  /** Whose it is. */
  record Who(UUID lmsUser, String name, @Nullable String email, @Nullable String eppn) {}

  /** How far it got, each for the first time. */
  record Ladder(
      @Nullable String offeredAt,
      @Nullable String notifiedAt,
      @Nullable String deliveredAt,
      @Nullable String seenAt,
      @Nullable String openedAt,
      @Nullable String claimedAt,
      @Nullable String firstPublicAt) {}

  /** The view. */
  static AwardView of(DirectAward award, String badgeClass, LmsUser learner) {
    return new AwardView(
        award.id(),
        new ClassName(award.badgeClassId(), badgeClass, award.badgeClassVersion()),
        new Who(
            learner.id(),
            learner.displayName(),
            learner.profile().email(),
            learner.profile().eppn()),
        award.state().name(),
        award.provenance().origin().name(),
        award.edition(),
        award.provenance().courseId(),
        award.details().equals(AwardDetails.NONE) ? null : award.details(),
        award.life().created().toString(),
        text(award.life().scheduledFor()),
        text(award.life().lapsesAt()),
        reached(award.ladder()),
        text(award.life().ended()),
        said(award.life().endedReason()),
        award.provenance().replaces());
  }

  private static @Nullable String said(@Nullable String why) {
    return why != null && why.startsWith(Life.OBSTACLE) ? WORDS.text(Locale.ENGLISH, why) : why;
  }

  private static Ladder reached(org.badgebridge.award.Ladder ladder) {
    return new Ladder(
        text(ladder.offered()),
        text(ladder.notified()),
        text(ladder.delivered()),
        text(ladder.seen()),
        text(ladder.opened()),
        text(ladder.claimed()),
        text(ladder.firstPublic()));
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
