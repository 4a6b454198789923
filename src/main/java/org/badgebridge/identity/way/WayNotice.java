package org.badgebridge.identity.way;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell the reader of a mailbox about their backpack and the ways into it.
 *
 * @param about which way in, as its owner knows it; the host's site for {@link What#HOST}; the
 *     school for what a school does
 * @param words that are quoted: why a name was denied; empty for all else
 * @param lmsUserId by whom such mail is stopped; null for what cannot be
 */
public record WayNotice(
    UUID id,
    String address,
    What what,
    String about,
    String words,
    @Nullable UUID lmsUserId,
    Locale language) {

  /** What happened. */
  public enum What {
    ADDED,
    REMOVED,
    /** Another backpack came in. */
    JOINED,
    /** Another backpack went out again. */
    PARTED,
    /** All ways in are their school's, and enrolment ends. */
    LEAVING,
    /** Their school has everything about them erased, unless they call it off. */
    ERASURE,
    /** Their school calls them what they asked. */
    NAME_GRANTED,
    /** Their school leaves their name as it is. */
    NAME_DENIED,
    /** A host may read their backpack from now on. */
    HOST
  }
}
