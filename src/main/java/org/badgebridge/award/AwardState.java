package org.badgebridge.award;

import java.util.List;
import java.util.Locale;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Where an award stands. */
public enum AwardState {
  /** Waits for its moment. */
  SCHEDULED,
  /** Waits for a lecturer's approval. */
  PROPOSED,
  /** The learner can claim it. */
  OFFERED,
  /** In the learner's backpack. */
  CLAIMED,
  /** A lecturer said no. */
  REJECTED,
  /** The learner said no. */
  DECLINED,
  /** Nobody claimed it in time. */
  EXPIRED,
  /** Staff took the offer back. */
  WITHDRAWN,
  /** Taken back after the claim; final. */
  REVOKED;

  /** The states of which the learner hears nothing. */
  static final List<AwardState> STAFF_ONLY = List.of(SCHEDULED, PROPOSED, REJECTED);

  /** Whether it can still become, or is, a badge; one per badge class, learner and edition. */
  public boolean live() {
    return this == SCHEDULED || this == PROPOSED || this == OFFERED || this == CLAIMED;
  }

  /** Whether its learner has it, or can take it. */
  public boolean given() {
    return this == OFFERED || this == CLAIMED;
  }

  /** Why an award in this state cannot do what was asked. */
  ProblemException refusal() {
    return new ProblemException(
        ProblemType.CONFLICT, "award.conflict-" + name().toLowerCase(Locale.ROOT));
  }
}
