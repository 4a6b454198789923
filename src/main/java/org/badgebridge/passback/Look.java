package org.badgebridge.passback;

import org.jspecify.annotations.Nullable;

/**
 * What one look found.
 *
 * @param news whether anything was new, so that looking again soon is worth it
 * @param unconfirmed whether something waits for a second look
 * @param held why the source keeps back what it sees, or null
 */
public record Look(boolean news, boolean unconfirmed, @Nullable Held held) {

  /** Why a source waits for a person. */
  public enum Held {
    /** The placement is open for every learner: most likely it is not restricted at all. */
    OPEN_FOR_ALL,
    /** The platform refuses the call. */
    REFUSED,
    /** The platform knows it no longer: it was deleted there, or its course was. */
    GONE
  }

  /** Everything found is recorded. */
  public static Look done(boolean news) {
    return new Look(news, false, null);
  }
}
