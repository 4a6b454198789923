package org.badgebridge.passback.attendance;

import java.time.Duration;
import java.time.Instant;
import org.badgebridge.database.Row;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one learner at one meeting.
 *
 * @param in when they checked in first; never changes
 * @param out when they checked out last
 * @param correction what staff say instead; null if they say nothing
 */
public record Presence(
    @Nullable Instant in, @Nullable Instant out, @Nullable Correction correction) {

  static final Presence NONE = new Presence(null, null, null);

  /** What staff say, whatever the learner did. */
  public enum Correction {
    PRESENT,
    ABSENT
  }

  Presence checkedIn(Instant now) {
    return in == null ? new Presence(now, out, correction) : this;
  }

  Presence checkedOut(Instant now) {
    return in == null ? this : new Presence(in, now, correction);
  }

  /** Says nothing where the learner's own checks say the same. */
  Presence corrected(boolean present, Duration stay) {
    Correction said = present ? Correction.PRESENT : Correction.ABSENT;
    return new Presence(in, out, checkedLongEnough(stay) == present ? null : said);
  }

  /** Whether it counts: as staff say, else if the checks lie at least that far apart. */
  public boolean attended(Duration stay) {
    return correction == null ? checkedLongEnough(stay) : correction == Correction.PRESENT;
  }

  private boolean checkedLongEnough(Duration stay) {
    if (in == null) {
      return false;
    }
    return stay.isZero() || (out != null && !out.isBefore(in.plus(stay)));
  }

  static Presence read(Row row) {
    String correction = row.optionalText("correction");
    return new Presence(
        row.optionalInstant("in_at"),
        row.optionalInstant("out_at"),
        correction == null ? null : Correction.valueOf(correction));
  }
}
