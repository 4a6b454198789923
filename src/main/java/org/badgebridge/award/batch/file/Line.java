package org.badgebridge.award.batch.file;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table.
 *
 * @param number as a spreadsheet counts: the headings are row 1
 */
public record Line(int number, Map<Column, String> cells) {

  /** The cleaned text of a cell; null if it is blank or there is none. */
  public @Nullable String text(Column column) {
    String cell = cells.get(column);
    return cell == null || cell.isBlank() ? null : cell.strip();
  }
}
