package org.badgebridge.passback;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours in which hardly anybody learns and platforms do their own housekeeping: looks that only
 * habit asks for are rare then. A launch wakes its activities at any hour.
 */
final class Night {

  /** Where the institutions are. */
  static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private static final LocalTime BEGINS = LocalTime.of(23, 0);
  private static final LocalTime ENDS = LocalTime.of(6, 0);
  private static final Duration PAUSE = Duration.ofHours(2);

  /** Looks that waited for the morning are spread over so much of it. */
  private static final int MORNING_SECONDS = 1200;

  private Night() {}

  /**
   * When to look instead.
   *
   * @param planned when the usual rhythm would
   * @param who spreads those that wait for the morning; any steady number
   * @return planned, or later if that is at night: two hours after now, but by morning at the
   *     latest
   */
  static Instant spare(Instant planned, Instant now, int who) {
    ZonedDateTime local = planned.atZone(ZONE);
    boolean evening = !local.toLocalTime().isBefore(BEGINS);
    if (!evening && !local.toLocalTime().isBefore(ENDS)) {
      return planned;
    }
    ZonedDateTime end = local.toLocalDate().plusDays(evening ? 1 : 0).atTime(ENDS).atZone(ZONE);
    Instant morning = end.toInstant().plusSeconds(Math.floorMod(who, MORNING_SECONDS));
    Instant rare = now.plus(PAUSE);
    if (rare.isAfter(morning)) {
      return morning;
    }
    return rare.isAfter(planned) ? rare : planned;
  }
}
