package org.badgebridge.passback.gradebook;

/** What became of a score; each is final. */
public enum Publication {
  /** The gradebook has it; a teacher's own grade may still hide it. */
  TAKEN,
  /** The gradebook has a newer one. */
  OUTDATED,
  /** The gradebook keeps no score for this user, such as a teacher or a test student. */
  NOT_GRADABLE
}
