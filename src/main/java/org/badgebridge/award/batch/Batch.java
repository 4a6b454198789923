package org.badgebridge.award.batch;

import java.time.Instant;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded table and how far it is.
 *
 * @param rows of the table, good or not
 * @param done good rows that were looked at
 * @param stopped the message key of why it went no further; null if nothing stopped it
 * @param undoUntil until when all of it can be taken back unseen; null before it begins
 */
public record Batch(
    UUID id,
    UUID institutionId,
    UUID badgeClassId,
    String fileName,
    int rows,
    Actor uploader,
    Instant uploadedAt,
    @Nullable Instant scheduledFor,
    int done,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String stopped,
    @Nullable Instant undoUntil,
    @Nullable Instant undoneAt) {

  static final String COLUMNS =
      "select id, institution_id, badge_class_id, file_name, rows_total, uploaded_kind, uploaded_by,"
          + " uploaded_at, scheduled_for, done, started_at, finished_at, stopped, undo_until,"
          + " undone_at from award_batch";

  static Batch read(Row row) {
    return new Batch(
        row.uuid("id"),
        row.uuid("institution_id"),
        row.uuid("badge_class_id"),
        row.text("file_name"),
        row.integer("rows_total"),
        new Actor(
            Actor.Kind.valueOf(row.text("uploaded_kind")),
            row.optionalUuid("uploaded_by"),
            "file " + row.text("file_name")),
        row.instant("uploaded_at"),
        row.optionalInstant("scheduled_for"),
        row.integer("done"),
        row.optionalInstant("started_at"),
        row.optionalInstant("finished_at"),
        row.optionalText("stopped"),
        row.optionalInstant("undo_until"),
        row.optionalInstant("undone_at"));
  }

  /** Whether it begins only when somebody says so. */
  public boolean isWaiting() {
    return startedAt == null;
  }

  /** Whether a job is at it. */
  public boolean isRunning() {
    return startedAt != null && finishedAt == null;
  }

  /** Whether all of it can be taken back before anybody is told. */
  public boolean isUndoable(Instant now) {
    return startedAt != null && undoneAt == null && undoUntil != null && now.isBefore(undoUntil);
  }
}
