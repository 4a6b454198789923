package org.badgebridge.verification.verdict;

/** How a check ended, the worst last. */
public enum Outcome {
  PASSED,
  /** Nothing is wrong, but the reader should know. */
  WARNING,
  /** It could not be checked: neither a yes nor a no. */
  UNKNOWN,
  FAILED
}
