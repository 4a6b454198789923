package org.badgebridge.framework.file;

import java.util.Locale;

/**
 * Why a row is left out.
 *
 * @param row as a spreadsheet counts, where the headings are row 1; in a CASE file the number of
 *     the item
 */
public record RowFault(int row, Reason reason) {

  /** What can be wrong. */
  public enum Reason {
    NO_NAME,
    NO_URL,
    BAD_URL,
    NO_IDENTIFIER,
    BAD_IDENTIFIER,
    DOUBLED,
    UNCLEAR;

    /** The message key of the sentence that says it. */
    public String key() {
      return "framework.row." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
