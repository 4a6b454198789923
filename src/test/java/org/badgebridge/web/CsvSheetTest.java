package org.badgebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1", "\uFF1D1"})
  void disarmsTextThatASpreadsheetWouldRun(String text) {
    assertThat(Sheet.harmless(text)).isEqualTo("'" + text);
  }

  @Test
  void leavesNamesAndNumbersAlone() {
    assertThat(Sheet.harmless("Ada O'Neill-Jansen")).isEqualTo("Ada O'Neill-Jansen");
    assertThat(Sheet.harmless(-3L)).isEqualTo(-3L);
    assertThat(Sheet.harmless(null)).isNull();
    assertThat(Sheet.harmless("")).isEqualTo("");
  }

  @Test
  void quotesWhatNeedsIt() throws IOException {
    StringWriter written = new StringWriter();
    try (CsvSheet sheet = new CsvSheet(written, "Learner", "Course")) {
      sheet.row("Ada \"A\", Countess", "Line\nbreak");
    }
    assertThat(written.toString())
        .isEqualTo("\uFEFFLearner,Course\r\n\"Ada \"\"A\"\", Countess\",\"Line\nbreak\"\r\n");
  }
}
