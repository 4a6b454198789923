package org.badgebridge.framework.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import org.badgebridge.problem.InvalidFields;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every file ends in items or in a sentence that says why not, and soon. */
class HostileFilesTest {

  private static final String START = "{\"CFItems\":[{\"identifier\":\"1\",\"fullStatement\":";

  @Test
  void refusesOneByteTooMany() {
    byte[] bytes = new byte[FrameworkFiles.LARGEST + 1];
    Arrays.fill(bytes, (byte) 'a');
    refused("too-large", bytes);
  }

  @Test
  void refusesDeepJson() {
    refused("too-deep", START + "[".repeat(5000) + "]".repeat(5000) + "}]}");
    refused("too-deep", "{\"x\":" + "{\"a\":".repeat(5000) + "1" + "}".repeat(5000) + "}");
    refused("too-deep", "{\"CFItems\":[" + "[".repeat(5000));
  }

  @Test
  void takesAGiantStringForWhatItIs() {
    String giant = "x".repeat(FrameworkFiles.LARGEST - 200);
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          refused("all-wrong", START + '"' + giant + "\"}]}");
          refused("case", "{\"" + giant + "\":1}");
          refused("headings", giant);
          refused("csv", "name,url\n\"" + giant);
        });
  }

  @Test
  void refusesTenThousandColumns() {
    refused("too-many-columns", "name,url" + ",x".repeat(10_000) + "\na,https://example.org\n");
  }

  @Test
  void refusesASpreadsheetAndEmptyFiles() {
    refused("spreadsheet", "PK\u0003\u0004rest");
    refused("empty", "");
    refused("empty", " \n\n ");
    refused("empty", "name,url\n");
    refused("headings", "\u0000\u0000\u0000\u0000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "json|{",
        "json|{\"CFItems\":[",
        "json|{\"CFItems\":[}",
        "json|{\"CFItems\":[]} more",
        "json|{\"CFItems\":[{\"identifier\":\"1\"",
        "json|{\"CFItems\":[{\"identifier\":\"\\ud8\"}]}",
        "json|{'CFItems':[]}",
        "empty|{\"CFItems\":[]}",
        "case|{}",
        "case|{\"CFPackage\":[]}",
        "case|{\"CFDocument\":{\"title\":\"x\"}}",
        "case|{\"CFPackage\":{\"CFPackage\":{\"CFItems\":[]}}}",
        "doubled-part|{\"CFItems\":[],\"CFItems\":[]}",
        "doubled-part|{\"CFItems\":[],\"CFPackage\":{\"CFItems\":[]}}",
        "kind|[1,2]",
        "kind|<html><body>Sign in</body></html>",
        "headings|first,second",
        "headings|name,code",
      })
  void saysWhyItIsNotTaken(String reason, String text) {
    refused(reason, text);
  }

  static void refused(String reason, String text) {
    refused(reason, SampleFiles.bytes(text));
  }

  static void refused(String reason, byte[] bytes) {
    assertThatThrownBy(() -> FrameworkFiles.read(bytes, "file"))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e ->
                org.assertj.core.api.Assertions.assertThat(e.faults().get(0).key())
                    .isEqualTo("framework.file." + reason));
  }
}
