package org.badgebridge.rule;

import java.time.Instant;
import java.util.UUID;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.Fact;

/**
 * A badge that somebody holds, as evidence: what {@link RuleTree.Holds} looks at. The passback is
 * the award that was claimed.
 */
public final class HeldBadge {

  /** The source of such evidence. */
  public static final String SOURCE = "badge";

  private HeldBadge() {}

  /** The evidence. */
  public static EvidenceItem of(
      UUID badgeClassId, UUID lmsUserId, UUID awardId, Instant claimedAt) {
    return new EvidenceItem(
        badgeClassId, lmsUserId, Fact.Kind.COMPLETED, null, null, claimedAt, SOURCE, awardId);
  }
}
