package org.badgebridge.backpack;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a learner agrees to with a claim.
 *
 * @param terms the institution's terms that they saw and agreed to, if they were asked
 * @param part whether the badge may state their part in a team, where they earned it in one
 */
public record Consent(@Nullable UUID terms, boolean part) {

  /** To nothing: nothing was asked. */
  public static final Consent NONE = new Consent(null, false);

  /**
   * As the form of a claim says it.
   *
   * @param part {@code yes} if its box was ticked
   */
  public static Consent of(@Nullable UUID terms, @Nullable String part) {
    return new Consent(terms, "yes".equals(part));
  }
}
