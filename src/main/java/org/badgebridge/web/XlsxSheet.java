package org.badgebridge.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A {@link Sheet} as a workbook; each further part is a sheet of its own. */
public final class XlsxSheet implements Sheet {

  /** Rows are handed on in between, so that a long table needs no more memory. */
  private static final int AT_ONCE = 500;

  private final Workbook workbook;
  private Worksheet sheet;
  private int next;

  /**
   * Begins a workbook with the headings of its first sheet; closing it does not close the stream.
   */
  public XlsxSheet(OutputStream out, String title, String... headings) throws IOException {
    workbook = new Workbook(out, "BadgeBridge", "1.0");
    sheet = workbook.newWorksheet(title);
    head(headings);
  }

  private void head(String... headings) throws IOException {
    sheet.freezePane(0, 1);
    next = 0;
    row((Object[]) headings);
    sheet.range(0, 0, 0, Math.max(0, headings.length - 1)).style().bold().set();
  }

  @Override
  public void row(@Nullable Object... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      Object cell = Sheet.harmless(cells[i]);
      if (cell instanceof Number number) {
        sheet.value(next, i, number);
      } else if (cell != null) {
        sheet.value(next, i, Objects.toString(cell));
      }
    }
    next++;
    if (next % AT_ONCE == 0) {
      sheet.flush();
    }
  }

  @Override
  public void part(String title, String... headings) throws IOException {
    sheet.finish();
    sheet = workbook.newWorksheet(title);
    head(headings);
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
