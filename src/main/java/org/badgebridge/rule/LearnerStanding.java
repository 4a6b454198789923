package org.badgebridge.rule;

import java.time.Instant;
import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.jspecify.annotations.Nullable;

/**
 * How one learner of the roster stands towards an attachment.
 *
 * @param verdict by the present rule and the evidence of now
 * @param waitsSince since when the learner waits for a place of the badge class; null if not
 * @param awardId the award of this badge class, from this attachment or another; null if none
 * @param here whether the award is one of this course, whose lecturers decide about it
 */
public record LearnerStanding(
    UUID lmsUserId,
    String name,
    Verdict verdict,
    @Nullable Instant waitsSince,
    @Nullable UUID awardId,
    @Nullable AwardState awardState,
    boolean here) {

  /** Whether one condition is missing, and something of the rule was seen already. */
  public boolean nearly() {
    return group() == Standing.Group.NOT_YET
        && verdict.missing().count() == 1
        && verdict.findings().anyMatch(finding -> finding.seen() != null);
  }

  /** Whether there is an award about which the lecturers of this course do not decide. */
  public boolean elsewhere() {
    return awardId != null && !here;
  }

  /** Whether nothing that the rule asks for was ever seen. */
  public boolean never() {
    return group() == Standing.Group.NOT_YET
        && verdict.findings().allMatch(finding -> finding.seen() == null);
  }

  /** The list of the lecturer's page that this learner is in. */
  public Standing.Group group() {
    if (awardState == null) {
      if (!verdict.met()) {
        return Standing.Group.NOT_YET;
      }
      return waitsSince == null ? Standing.Group.WOULD_GET : Standing.Group.WAITS;
    }
    return switch (awardState) {
      case OFFERED, CLAIMED -> Standing.Group.HAS;
      case PROPOSED, SCHEDULED -> Standing.Group.PROPOSED;
      case REJECTED, DECLINED, EXPIRED, WITHDRAWN, REVOKED -> Standing.Group.ENDED;
    };
  }
}
