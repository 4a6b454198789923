package org.badgebridge.credential.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.badgebridge.web.PlainText;

/**
 * The letters of a certificate: Liberation Sans (SIL Open Font License, brought by PDFBox), of
 * which only those used are put into the file. Latin, Greek and Cyrillic; what it lacks is left
 * out.
 */
final class Letters {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  /** A font counts in thousandths of its size. */
  private static final float UNIT = 1000;

  /** Read once, and never closed: it is only looked at, by any number of documents at a time. */
  private static final class Read {

    static final TrueTypeFont ONCE = read();

    private static TrueTypeFont read() {
      try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
        if (file == null) {
          throw new IllegalStateException("font is missing: " + FONT);
        }
        return new TTFParser().parseEmbedded(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  final PDType0Font font;

  Letters(PDDocument document) throws IOException {
    font = PDType0Font.load(document, Read.ONCE, true);
  }

  /** Whether all of it can be written, from left to right. */
  boolean cover(String text) {
    return text.codePoints().allMatch(this::has)
        && !Bidi.requiresBidi(text.toCharArray(), 0, text.length());
  }

  private boolean has(int point) {
    return font.getCmapLookup().getGlyphId(point) != 0;
  }

  /** One line of it that can be written. */
  String line(String text) {
    StringBuilder kept = new StringBuilder();
    PlainText.line(text).codePoints().filter(this::has).forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  float width(String text, float size) throws IOException {
    return font.getStringWidth(text) / UNIT * size;
  }

  /** Broken into lines of at most that width: between words, and inside one that is wider. */
  List<String> wrap(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : line(text).split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, size) > width) {
        lines.add(line.toString());
        longer = word;
      }
      line.setLength(0);
      line.append(tail(longer, size, width, lines));
    }
    lines.add(line.toString());
    return lines;
  }

  private String tail(String word, float size, float width, List<String> lines) throws IOException {
    String rest = word;
    while (width(rest, size) > width) {
      int fits = 1;
      while (width(rest.substring(0, fits + 1), size) <= width) {
        fits++;
      }
      int cut = rest.offsetByCodePoints(0, rest.codePointCount(0, fits));
      lines.add(rest.substring(0, cut));
      rest = rest.substring(cut);
    }
    return rest;
  }
}
