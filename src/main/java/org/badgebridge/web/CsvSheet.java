package org.badgebridge.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A table that opens in a spreadsheet as what it is: UTF-8 with a byte order mark, and no text that
 * the spreadsheet would run as a formula (a learner chooses their own name).
 */
public final class CsvSheet implements AutoCloseable {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Also behind spaces, and in their full-width forms, which some spreadsheets fold. */
  private static final Pattern FORMULA =
      Pattern.compile("[\\s\\p{Z}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\\t\\r\\n]");

  private final CSVPrinter printer;

  /** Begins a table with its headings; closing it closes the writer. */
  public CsvSheet(Writer writer, String... headings) throws IOException {
    writer.write(BYTE_ORDER_MARK);
    printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    row((Object[]) headings);
  }

  /** Writes one row; numbers stay numbers. */
  public void row(@Nullable Object... cells) throws IOException {
    printer.printRecord(Arrays.stream(cells).map(CsvSheet::harmless).toArray());
  }

  /** A text that begins like a formula gets an apostrophe in front, which spreadsheets hide. */
  static @Nullable Object harmless(@Nullable Object cell) {
    return cell instanceof String text && FORMULA.matcher(text).lookingAt() ? "'" + text : cell;
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
