package org.badgebridge.award.batch.file;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Reads a table of learners, whatever spreadsheet wrote it. */
public final class TableFile {

  /** Most bytes of a file. */
  public static final int LARGEST = 20 * 1024 * 1024;

  /** The same in megabytes. */
  public static final int MEGABYTES = LARGEST / 1024 / 1024;

  /** Most rows below the headings. */
  public static final int MOST_ROWS = 50_000;

  /** A file of the largest size takes some hundred megabytes while it is read. */
  private static final Semaphore RUNNING = new Semaphore(1);

  private TableFile() {}

  /**
   * Reads a file: XLSX by its first bytes, else CSV.
   *
   * @param bytes all of it; of a file that is too large the first {@link #LARGEST} + 1
   * @return its rows, at least one
   * @throws org.badgebridge.problem.InvalidFields if it cannot be read or names nobody
   */
  public static List<Line> read(byte[] bytes) {
    return read(bytes, Set.of(Column.EPPN, Column.EMAIL));
  }

  /**
   * As the other, for tables that name learners in other ways.
   *
   * @param naming the columns of which one must be there
   */
  public static List<Line> read(byte[] bytes, Set<Column> naming) {
    if (bytes.length > LARGEST) {
      throw Refusal.because("too-large", MEGABYTES);
    }
    if (bytes.length == 0) {
      throw Refusal.because("empty");
    }
    if (!RUNNING.tryAcquire()) {
      throw Refusal.because("busy");
    }
    try {
      boolean zip = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
      return zip ? XlsxTable.read(bytes, naming) : CsvTable.read(bytes, naming);
    } finally {
      RUNNING.release();
    }
  }
}
