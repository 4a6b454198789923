package org.badgebridge.delivery;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.identity.LmsUser;
import org.jspecify.annotations.Nullable;

/**
 * What became of the wish to remind the learner of an award.
 *
 * @param learner by name
 * @param at when they were reminded, saw it, or will be told; null where that says nothing
 */
public record Reminded(
    UUID awardId, UUID lmsUserId, String learner, Result result, @Nullable Instant at) {

  /** The outcomes. */
  public enum Result {
    /** A reminder is sent. */
    QUEUED,
    /** A message about it is on its way, or will be soon. */
    ON_ITS_WAY,
    /** They were reminded less than the institution's days ago. */
    REMINDED_BEFORE,
    /** They saw it. */
    SEEN,
    /** It cannot be claimed any more, or was. */
    ENDED,
    /** They want no mail. */
    OPTED_OUT,
    /** Nobody knows their address. */
    NO_ADDRESS,
    /** Nothing reaches their address. */
    UNDELIVERABLE,
    /** It belongs to a test user. */
    TEST_USER;

    /** The last part of its message key. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Reminded of(UUID awardId, LmsUser learner, Result result, @Nullable Instant at) {
    return new Reminded(awardId, learner.id(), learner.displayName(), result, at);
  }

  Reminded as(Result other, @Nullable Instant moment) {
    return new Reminded(awardId, lmsUserId, learner, other, moment);
  }
}
