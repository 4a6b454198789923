package org.badgebridge.naming;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account by which a school knows a learner, with the name that stands beside the badges from
 * there.
 *
 * @param id of the LMS user
 * @param lms the registration's name; null for whom a list named
 * @param name empty if the school withholds it
 * @param correctedAt when the school corrected it; null where it is what the LMS tells
 * @param badges that were claimed under it
 * @param state of the latest request; null if there was none
 * @param wished the name of an open request; empty if there is none
 * @param reason why the latest request was denied; empty if it was not, or nobody said
 * @param decidedAt when the latest request was decided; null if it is open or there was none
 */
public record NamedAccount(
    UUID id,
    UUID institutionId,
    String institution,
    @Nullable String lms,
    String name,
    @Nullable Instant correctedAt,
    long badges,
    NameRequest.@Nullable State state,
    String wished,
    String reason,
    @Nullable Instant decidedAt) {

  /** Whether a request waits for the school. */
  public boolean isWaiting() {
    return state == NameRequest.State.OPEN;
  }
}
