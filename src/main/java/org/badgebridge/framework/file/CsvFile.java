package org.badgebridge.framework.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.badgebridge.web.PlainText;

/**
 * A table of items, one a row, under headings that we know: ESCO's or plain ones. Which of comma,
 * semicolon and tab parts it is found out by the headings.
 */
final class CsvFile {

  private static final char[] SEPARATORS = {',', ';', '\t'};
  private static final String ESCO_TYPE = "ext:ESCOAlignment";
  private static final String ESCO = "https://esco.ec.europa.eu";

  private final String text;
  private final String fileName;
  private final Items items = new Items();

  CsvFile(String text, String fileName) {
    this.text = text;
    this.fileName = fileName;
  }

  /**
   * Reads it.
   *
   * @throws org.badgebridge.problem.InvalidFields if it is no such table
   */
  ReadFile read() {
    char separator = separator();
    try (CSVParser parser = parser(separator)) {
      Iterator<CSVRecord> rows = parser.iterator();
      Headings headings = new Headings(rows.next());
      while (rows.hasNext()) {
        CSVRecord row = rows.next();
        if (!isBlank(row)) {
          items.take((int) row.getRecordNumber(), item(row, headings));
        }
      }
      return headings.isEsco()
          ? items.file(Source.CSV, escoName(), "European Commission", ESCO, "")
          : items.file(Source.CSV, name(), "", "", "");
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw Refusal.because("csv");
    }
  }

  private char separator() {
    char best = SEPARATORS[0];
    Headings most = null;
    for (char each : SEPARATORS) {
      Headings headings = headings(each);
      if (most == null || headings.known() > most.known()) {
        most = headings;
        best = each;
      }
    }
    if (most == null || !most.suffice()) {
      throw Refusal.because("headings");
    }
    return best;
  }

  private Headings headings(char separator) {
    try (CSVParser parser = parser(separator)) {
      CSVRecord first = parser.iterator().next();
      if (first.size() > Headings.MOST) {
        throw Refusal.because("too-many-columns", Headings.MOST);
      }
      return new Headings(first);
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw Refusal.because("csv");
    }
  }

  private CSVParser parser(char separator) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator)
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .get();
    return CSVParser.parse(new StringReader(text), format);
  }

  private static boolean isBlank(CSVRecord row) {
    return row.stream().allMatch(String::isBlank);
  }

  private static ReadItem item(CSVRecord row, Headings headings) {
    String url = headings.text(row, Column.URL);
    String code = headings.text(row, Column.CODE);
    String own = headings.text(row, Column.IDENTIFIER);
    String plain = code.isBlank() ? url : code;
    String description = headings.text(row, Column.DESCRIPTION);
    return new ReadItem(
        headings.isEsco() ? url : own.isBlank() ? plain : own,
        code,
        "",
        headings.text(row, Column.NAME),
        description.isBlank() ? headings.text(row, Column.DEFINITION) : description,
        url,
        headings.isEsco() ? ESCO_TYPE : headings.text(row, Column.TYPE),
        headings.text(row, Column.KEYWORDS));
  }

  /** ESCO's files are called {@code skills_en.csv}, {@code occupations_nl.csv}. */
  private String escoName() {
    return fileName.toLowerCase(Locale.ROOT).contains("occupation") ? "ESCO occupations" : "ESCO";
  }

  private String name() {
    int dot = fileName.lastIndexOf('.');
    return PlainText.line((dot > 0 ? fileName.substring(0, dot) : fileName).replace('_', ' '));
  }
}
