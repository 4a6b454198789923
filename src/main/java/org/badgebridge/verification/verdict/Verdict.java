package org.badgebridge.verification.verdict;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is said about one badge at one moment.
 *
 * @param checks in the order in which people read them
 * @param badge what it says of itself; null if it cannot be read
 * @param endorsements each with its own result; only so many are verified
 * @param document what was judged, as JSON; empty if there is none
 */
public record Verdict(
    State state,
    Instant checkedAt,
    List<Check> checks,
    @Nullable ShownBadge badge,
    List<Endorsement> endorsements,
    String document) {

  /** What follows from the findings. */
  public static Verdict of(
      Findings findings,
      Instant now,
      @Nullable ShownBadge badge,
      List<Endorsement> endorsements,
      String document) {
    State state = State.of(findings, badge != null);
    return new Verdict(state, now, findings.checks(), badge, endorsements, document);
  }
}
