package org.badgebridge.award.batch;

import java.util.Locale;

/** What a row is worth before anything is awarded. */
public enum Verdict {
  /** It will be awarded. */
  GOOD,
  /** It names nobody that it can be awarded to. */
  INVALID,
  /** It does not say what the badge class asks, or not in the way it asks. */
  MISSING,
  /** An earlier row names the same learner. */
  DUPLICATE,
  /** The learner can claim this badge already, or it is on its way. */
  OPEN,
  /** The learner holds this badge. */
  HELD;

  /** The message key of its name. */
  public String key() {
    return "award.batch.verdict." + name().toLowerCase(Locale.ROOT);
  }
}
