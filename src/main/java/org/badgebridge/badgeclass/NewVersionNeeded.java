package org.badgebridge.badgeclass;

import java.util.Map;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * A change of what awarded badges state: it makes a next version, and whoever edits must say that
 * this is meant.
 */
public class NewVersionNeeded extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final int number;

  NewVersionNeeded(int number) {
    super(ProblemType.CONFLICT, "badgeclass.form.versions", number);
    this.number = number;
  }

  /** The number that the next version will have. */
  public int number() {
    return number;
  }

  @Override
  public Map<String, Object> members() {
    return Map.of("number", number);
  }
}
