package org.badgebridge.naming;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A learner asks their school to correct their name.
 *
 * @param lms the registration's name; null for whom a list named
 * @param known the name that stands beside their badges now; empty if the school withholds it
 * @param wished the name that they ask for
 */
public record NameRequest(
    UUID id, UUID lmsUserId, @Nullable String lms, String known, String wished, Instant askedAt) {

  /** The longest name that can be asked for. */
  public static final int LONGEST = 200;

  /** Where a request stands. */
  public enum State {
    OPEN,
    GRANTED,
    DENIED,
    WITHDRAWN
  }
}
