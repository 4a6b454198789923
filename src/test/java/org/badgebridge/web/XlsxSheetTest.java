package org.badgebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class XlsxSheetTest {

  @Test
  void writesPartsAsSheetsWithNumbersAsNumbersAndNoFormula() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxSheet sheet = new XlsxSheet(out, "Figures", "Name", "Claimed")) {
      for (int i = 0; i < 1200; i++) {
        sheet.row("=HYPERLINK()", 7L);
      }
      sheet.row("Ada", null);
      sheet.part("About", "What", "Means");
      sheet.row("Claimed", "Taken");
    }

    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Sheet> sheets = book.getSheets().toList();
      assertThat(sheets).extracting(Sheet::getName).containsExactly("Figures", "About");
      List<Row> rows = sheets.get(0).read();
      assertThat(rows).hasSize(1202);
      assertThat(rows.get(1).getCellText(0)).isEqualTo("'=HYPERLINK()");
      assertThat(rows.get(1).getCellAsNumber(1))
          .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("7"));
      assertThat(sheets.get(1).read().get(1).getCellText(1)).isEqualTo("Taken");
    }
  }
}
