package org.badgebridge.award.batch.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.badgebridge.web.FileText;
import org.jspecify.annotations.Nullable;

/**
 * A table as text. Which of comma, semicolon and tab parts it is found out by the headings. UTF-8
 * and UTF-16 are told apart; anything else is what Excel writes on Windows in western Europe.
 */
final class CsvTable {

  private static final char[] SEPARATORS = {',', ';', '\t'};
  private static final Charset EXCEL = Charset.forName("windows-1252");

  private CsvTable() {}

  static List<Line> read(byte[] bytes, Set<Column> naming) {
    String text = FileText.of(bytes);
    return read(text == null ? new String(bytes, EXCEL) : text, naming);
  }

  private static List<Line> read(String text, Set<Column> naming) {
    try (CSVParser parser = parser(text, separator(text, naming))) {
      Iterator<CSVRecord> rows = parser.iterator();
      Lines lines = new Lines(rows.next().toList());
      while (rows.hasNext()) {
        CSVRecord row = rows.next();
        lines.take((int) row.getRecordNumber(), row.toList());
      }
      return lines.all();
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw Refusal.because("csv");
    }
  }

  private static char separator(String text, Set<Column> naming) {
    char best = SEPARATORS[0];
    @Nullable Lines most = null;
    for (char each : SEPARATORS) {
      Lines headings = headings(text, each);
      if (most == null || headings.known() > most.known()) {
        most = headings;
        best = each;
      }
    }
    if (most == null || !most.nameAnybody(naming)) {
      throw Refusal.because("headings");
    }
    return best;
  }

  private static Lines headings(String text, char separator) {
    try (CSVParser parser = parser(text, separator)) {
      Iterator<CSVRecord> rows = parser.iterator();
      return new Lines(rows.hasNext() ? rows.next().toList() : List.of());
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw Refusal.because("csv");
    }
  }

  private static CSVParser parser(String text, char separator) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator)
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .get();
    return CSVParser.parse(new StringReader(text), format);
  }
}
