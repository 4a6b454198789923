package org.badgebridge.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A {@link Sheet} as CSV: UTF-8 with a byte order mark. */
public final class CsvSheet implements Sheet {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final CSVPrinter printer;

  /** Begins a table with its headings; closing it closes the writer. */
  public CsvSheet(Writer writer, String... headings) throws IOException {
    writer.write(BYTE_ORDER_MARK);
    printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    row((Object[]) headings);
  }

  @Override
  public void row(@Nullable Object... cells) throws IOException {
    printer.printRecord(Arrays.stream(cells).map(Sheet::harmless).toArray());
  }

  @Override
  public void part(String title, String... headings) throws IOException {
    printer.println();
    row(title);
    row((Object[]) headings);
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
