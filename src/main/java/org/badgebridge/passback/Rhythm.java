package org.badgebridge.passback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.passback.SourcePolls.Poll;
import org.jspecify.annotations.Nullable;

/**
 * When to look again: soon after something happened, ever more rarely while nothing does, rarely at
 * night, never closer than the source allows, and with growing waits while the platform fails. A
 * platform computes some answers anew for each user, so the steady state is never quicker than
 * every fifteen minutes.
 */
final class Rhythm {

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofMinutes(60));

  /** The level at which something waits for a second look. */
  private static final int SOON = 1;

  /** The level whose pause is the quickest steady state. */
  private static final int STEADY = 2;

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Duration LONGEST_ASKED = Duration.ofHours(24);

  private Rhythm() {}

  static Poll fresh(UUID activityId, String source, Instant now) {
    return new Poll(activityId, source, null, null, now, 0, 0, null);
  }

  /**
   * After a look that went well.
   *
   * @param spacing the shortest pause that the source allows
   */
  static Poll after(Poll before, Look look, Duration spacing, Instant now) {
    int next = Math.min(before.calm() + 1, PAUSES.size() - 1);
    int most = look.unconfirmed() ? SOON : look.news() ? STEADY : next;
    int calm = Math.min(next, most);
    Duration pause = PAUSES.get(calm);
    Instant planned = now.plus(pause.compareTo(spacing) < 0 ? spacing : pause);
    return new Poll(
        before.activityId(),
        before.source(),
        now,
        now,
        Night.spare(planned, now, before.activityId().hashCode()),
        calm,
        0,
        look.held());
  }

  /** Nothing to look at for this source; asked again later, because a launch may change that. */
  static Poll idle(Poll before, Instant now) {
    return new Poll(
        before.activityId(),
        before.source(),
        before.lastAt(),
        before.lastOkAt(),
        now.plus(LONGEST_WAIT),
        0,
        0,
        null);
  }

  /**
   * After a look that the platform refused.
   *
   * @param status of HTTP; what is not found is asked about once a day, in case it comes back
   */
  static Poll refused(Poll before, int status, Instant now) {
    boolean gone = status == 404 || status == 410;
    return new Poll(
        before.activityId(),
        before.source(),
        now,
        before.lastOkAt(),
        now.plus(gone ? LONGEST_ASKED : LONGEST_WAIT),
        before.calm(),
        before.failures() + 1,
        gone ? Look.Held.GONE : Look.Held.REFUSED);
  }

  /** The platform failed; what it holds back stays as it was. */
  static Poll failed(Poll before, @Nullable Duration asked, Instant now) {
    Duration wait = Duration.ofMinutes(1L << Math.min(before.failures(), 6));
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      wait = LONGEST_WAIT;
    }
    if (asked != null && asked.compareTo(wait) > 0) {
      wait = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }
    return new Poll(
        before.activityId(),
        before.source(),
        now,
        before.lastOkAt(),
        now.plus(wait),
        before.calm(),
        before.failures() + 1,
        before.held());
  }
}
