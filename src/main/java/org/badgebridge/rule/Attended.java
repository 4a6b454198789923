package org.badgebridge.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * The learner was there, so many times.
 *
 * @param activityId a series of meetings
 * @param times 1 to 500
 */
public record Attended(@JsonProperty("activity") UUID activityId, int times)
    implements RuleTree.Leaf {

  private static final int MOST = 500;

  /** Refuses numbers out of range. */
  public Attended {
    if (times < 1 || times > MOST) {
      throw new ProblemException(ProblemType.INVALID, "rule.times", MOST);
    }
  }

  @Override
  public Reads reads() {
    return Reads.ATTENDANCE;
  }

  @Override
  public RuleTree placed(UUID ownLink) {
    return this;
  }
}
