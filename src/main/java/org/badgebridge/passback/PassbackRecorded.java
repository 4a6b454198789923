package org.badgebridge.passback;

import java.util.List;
import java.util.UUID;

/**
 * There is newer evidence; fired in the transaction that recorded it, once for all that came
 * together.
 *
 * @param all about whom and what, learner by learner
 */
public record PassbackRecorded(List<About> all) {

  /** One learner's activity. */
  public record About(UUID activityId, UUID lmsUserId) {}

  public PassbackRecorded {
    all = List.copyOf(all);
  }

  /** About one learner's activity alone. */
  public PassbackRecorded(UUID activityId, UUID lmsUserId) {
    this(List.of(new About(activityId, lmsUserId)));
  }
}
