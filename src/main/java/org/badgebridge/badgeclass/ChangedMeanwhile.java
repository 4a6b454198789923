package org.badgebridge.badgeclass;

import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Two people edited the same state; this is told to the second, who loses nothing typed. */
public class ChangedMeanwhile extends ProblemException {

  /** The message that says so. */
  public static final String KEY = "badgeclass.changed-meanwhile";

  private static final long serialVersionUID = 1L;

  ChangedMeanwhile() {
    super(ProblemType.CONFLICT, KEY);
  }
}
