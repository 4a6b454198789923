package org.badgebridge.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * The newest score lies in a range, both ends counted; compared in decimals.
 *
 * @param from in percent of the maximum, 0 to 100
 * @param to in percent of the maximum, from {@code from} to 1,000, since extra credit exists
 */
public record ScoreBetween(@JsonProperty("activity") UUID activityId, double from, double to)
    implements RuleTree.Leaf {

  private static final double MOST = 1000;

  /** Refuses what is no range. */
  public ScoreBetween {
    if (!(from >= 0 && from <= 100 && to >= from && to <= MOST)) {
      throw new ProblemException(ProblemType.INVALID, "rule.range");
    }
  }

  @Override
  public Reads reads() {
    return Reads.SCORE;
  }

  @Override
  public RuleTree placed(UUID ownLink) {
    return activityId.equals(RuleTree.OWN_LINK) ? new ScoreBetween(ownLink, from, to) : this;
  }
}
