package org.badgebridge.operator.awards;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.Requirements;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.identity.LmsUser;
import org.jspecify.annotations.Nullable;

/**
 * One award with all that is known of it.
 *
 * @param course its title; null if it was given in none
 * @param replacedBy the award that took its place; null while none did
 * @param latest whether the learner was not given the same again
 * @param reissuable whether another award can take its place
 * @param credential the id of its credential; null while it was not claimed
 * @param deeds what happened to it, the first first
 */
public record Story(
    DirectAward award,
    BadgeClass badgeClass,
    LmsUser learner,
    @Nullable String course,
    Requirements requirements,
    @Nullable UUID replacedBy,
    boolean latest,
    boolean reissuable,
    @Nullable UUID credential,
    List<Deed> deeds) {

  /**
   * One thing that happened.
   *
   * @param action as the audit trail has it, {@code award.withdrawn}
   * @param actorKind as the audit trail has it
   * @param actor the name of who did it; null if it is not known, or nobody's
   * @param authority what gave the right; null where who it was says it all
   */
  public record Deed(
      Instant at,
      String action,
      String actorKind,
      @Nullable String actor,
      @Nullable Authority authority,
      @Nullable String reason) {}
}
