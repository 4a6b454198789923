package org.badgebridge.framework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.framework.file.ReadItem;
import org.badgebridge.framework.file.RowFault;
import org.badgebridge.framework.file.Source;
import org.jspecify.annotations.Nullable;

/**
 * A file that was uploaded: read once, waiting for a decision, then taken over by a job.
 *
 * @param frameworkId into which it goes; null while it waits
 * @param proposal what the file says of the framework
 * @param good how many items can be taken
 * @param invalid how many rows are left out because something is missing or wrong
 * @param doubled how many are left out because an earlier one has the same identifier
 * @param done how many items were taken over
 * @param startedAt null while it waits
 * @param finishedAt null until all is taken over
 */
public record Upload(
    UUID id,
    UUID institutionId,
    @Nullable UUID frameworkId,
    FrameworkDraft proposal,
    Source source,
    int good,
    int invalid,
    int doubled,
    Instant uploadedAt,
    int done,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  /** Whether its items are being taken over. */
  public boolean isRunning() {
    return startedAt != null && finishedAt == null;
  }

  /**
   * What the file holds, as far as a page shows it.
   *
   * @param faults of the first rows that are left out
   * @param samples the first items
   */
  public record Preview(List<RowFault> faults, List<ReadItem> samples) {}
}
