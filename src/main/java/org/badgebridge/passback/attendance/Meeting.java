package org.badgebridge.passback.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.jspecify.annotations.Nullable;

/**
 * One meeting of a series.
 *
 * @param seriesId the activity
 * @param stay the shortest time between checking in and checking out; zero if checking in is enough
 * @param turnedAt since when it is in its state
 * @param heldAt from when on it counts among the meetings there were; null while it is planned
 */
public record Meeting(
    UUID id,
    UUID seriesId,
    UUID courseId,
    String title,
    Duration stay,
    State state,
    Instant turnedAt,
    @Nullable Instant heldAt) {

  /** One that nobody closes is closed after so long. */
  static final Duration OPEN_FOR = Duration.ofHours(12);

  static final String COLUMNS =
      "m.id as m_id, m.activity_id, a.course_id, m.title as m_title, m.stay_minutes, m.state,"
          + " m.turned_at, m.held_at";

  /** What can be done at a meeting. */
  public enum State {
    /** Nothing yet. */
    PLANNED,
    /** Check in. */
    CHECK_IN,
    /** Check out, and nothing else. */
    CHECK_OUT,
    /** Nothing any more; it can be opened again. */
    CLOSED
  }

  /** Whether learners can check in or out. */
  public boolean isOpen(Instant now) {
    return (state == State.CHECK_IN || state == State.CHECK_OUT)
        && now.isBefore(turnedAt.plus(OPEN_FOR));
  }

  /** Whether who was there has to check out, too. */
  public boolean asksStay() {
    return !stay.isZero();
  }

  static Meeting read(Row row) {
    return new Meeting(
        row.uuid("m_id"),
        row.uuid("activity_id"),
        row.uuid("course_id"),
        row.text("m_title"),
        Duration.ofMinutes(row.integer("stay_minutes")),
        State.valueOf(row.text("state")),
        row.instant("turned_at"),
        row.optionalInstant("held_at"));
  }
}
