package org.badgebridge.api;

import java.util.List;
import java.util.UUID;
import org.badgebridge.problem.FieldFault;
import org.jspecify.annotations.Nullable;

/**
 * What became, or would become, of each row of a file.
 *
 * @param rows in the order of the file
 */
public record ImportReport(boolean dryRun, List<RowOutcome> rows) {

  /** What became of one. */
  public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    REFUSED
  }

  /**
   * One row.
   *
   * @param row from 0
   * @param id as it is written
   * @param badgeClass ours; null if it was refused, or is not really there
   */
  public record RowOutcome(
      int row,
      String id,
      String name,
      Outcome outcome,
      @Nullable UUID badgeClass,
      List<FieldFault> faults) {}

  /** How many had that outcome. */
  public long count(Outcome outcome) {
    return rows.stream().filter(each -> each.outcome == outcome).count();
  }
}
