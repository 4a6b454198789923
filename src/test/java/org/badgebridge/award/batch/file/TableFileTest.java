package org.badgebridge.award.batch.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.badgebridge.problem.InvalidFields;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void readsWhateverSeparatorTheSpreadsheetChose(String separator) {
    String text =
        String.join(separator, "E-mail", "Naam", "Toelichting")
            + "\r\n"
            + String.join(
                separator, "zoe@x.example", "\"Čapek, Zoë; \"\"Z\"\"\"", "\"two\nlines\"");
    List<Line> lines = TableFile.read(text.getBytes(StandardCharsets.UTF_8));
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).number()).isEqualTo(2);
    assertThat(lines.get(0).text(Column.EMAIL)).isEqualTo("zoe@x.example");
    assertThat(lines.get(0).text(Column.NAME)).isEqualTo("Čapek, Zoë; \"Z\"");
    assertThat(lines.get(0).text(Column.NARRATIVE)).isEqualTo("two\nlines");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void readsWhateverEncodingTheSpreadsheetWrote(String charset) {
    byte[] bytes = "eppn;naam\nzoe@uni.example;Zoë".getBytes(Charset.forName(charset));
    assertThat(TableFile.read(bytes).get(0).text(Column.NAME)).isEqualTo("Zoë");
  }

  @Test
  void leavesTheByteOrderMarkOut() {
    assertThat(read("\uFEFFeppn\na@x.example").get(0).text(Column.EPPN)).isEqualTo("a@x.example");
  }

  @Test
  void countsRowsAsTheSpreadsheetDoesAndLeavesBlankOnesOut() {
    List<Line> lines = read("eppn,x\n\n,\na@x.example,1\n  ,\nb@x.example,2\n");
    assertThat(lines).extracting(Line::number).containsExactly(4, 6);
  }

  @Test
  void ofTwoColumnsThatMeanTheSameTheFirstCounts() {
    assertThat(read("eppn,EPPN\nfirst@x.example,second@x.example").get(0).text(Column.EPPN))
        .isEqualTo("first@x.example");
  }

  @Test
  void readsTheFirstSheetOfAWorkbook() throws IOException {
    List<Line> lines =
        TableFile.read(
            workbook(
                sheet -> {
                  sheet.value(0, 0, "EPPN");
                  sheet.value(0, 1, "Grade");
                  sheet.value(1, 0, "a@x.example");
                  sheet.value(1, 1, 7.5);
                  sheet.value(3, 0, "b@x.example");
                  sheet.value(3, 1, 8);
                }));
    assertThat(lines).extracting(Line::number).containsExactly(2, 4);
    assertThat(lines.get(0).text(Column.GRADE)).isEqualTo("7.5");
    assertThat(lines.get(1).text(Column.GRADE)).isEqualTo("8");
  }

  @Test
  void takesFiftyThousandRowsAndNoMore() throws IOException {
    StringBuilder text = new StringBuilder("eppn\n");
    for (int i = 0; i < TableFile.MOST_ROWS; i++) {
      text.append('s').append(i).append("@x.example\n");
    }
    assertThat(read(text.toString())).hasSize(TableFile.MOST_ROWS);
    assertRefused(text + "more@x.example", "too-many-rows");
    byte[] workbook =
        workbook(
            sheet -> {
              sheet.value(0, 0, "eppn");
              for (int i = 1; i <= TableFile.MOST_ROWS + 1; i++) {
                sheet.value(i, 0, "s" + i + "@x.example");
              }
            });
    assertRefused(workbook, "too-many-rows");
  }

  @Test
  void saysWhyAFileIsNoTable() throws IOException {
    assertRefused("", "empty");
    assertRefused("name,grade\nAda,8", "headings");
    assertRefused("eppn\n\n \n", "no-rows");
    assertRefused("eppn,narrative\na@x.example,\"never closed", "csv");
    assertRefused("PK\u0003\u0004 and then nothing of the kind", "xlsx");
    assertRefused(new byte[TableFile.LARGEST + 1], "too-large");
    assertRefused(workbook(sheet -> sheet.value(0, 0, "Something else")), "headings");
    assertRefused(new byte[] {0, 1, 2, 3, 4, 5}, "headings");
  }

  @Test
  void refusesAWorkbookThatUnpacksWithoutEnd() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 201; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThat(bytes.size()).isLessThan(1024 * 1024);
    assertRefused(bytes.toByteArray(), "bomb");
  }

  private interface Fill {
    void in(Worksheet sheet);
  }

  private static byte[] workbook(Fill fill) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      fill.in(workbook.newWorksheet("Learners"));
      workbook.newWorksheet("Others").value(0, 0, "name");
    }
    return bytes.toByteArray();
  }

  private static List<Line> read(String text) {
    return TableFile.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(String text, String reason) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), reason);
  }

  private static void assertRefused(byte[] bytes, String reason) {
    assertThatThrownBy(() -> TableFile.read(bytes))
        .isInstanceOfSatisfying(
            InvalidFields.class, e -> assertThat(e.detailKey()).isEqualTo("award.file." + reason));
  }
}
