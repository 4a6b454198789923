package org.badgebridge.drawing.lettering;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sets a name into the lower half of a badge: as large as fits in at most three lines, and at the
 * smallest size cut off with an ellipsis.
 */
public final class Lettering {

  private static final int MOST_LINES = 3;
  private static final double LARGEST = 58;
  private static final double SMALLEST = 26;

  /** How high the lines may stand together. */
  private static final double HEIGHT = 128;

  private static final double LEADING = 1.15;

  /** Height of capitals, in ems. */
  private static final double CAPITALS = 0.727;

  private static final String ELLIPSIS = "…";

  private final Typeface typeface;

  public Lettering(Typeface typeface) {
    this.typeface = typeface;
  }

  /**
   * One line where it stands.
   *
   * @param baseline the y of its baseline
   * @param size the size of its letters
   */
  public record Line(String text, double baseline, double size) {}

  /**
   * Sets a text.
   *
   * @param middle the y around which the lines are centred
   * @param room the width that is free at a height
   */
  public List<Line> set(String text, Locale language, double middle, DoubleUnaryOperator room) {
    for (double size = LARGEST; size >= SMALLEST; size -= 2) {
      for (int lines = 1; lines <= linesAt(size); lines++) {
        List<Line> set = fit(pieces(text, language), lines, size, middle, room);
        if (set != null) {
          return set;
        }
      }
    }
    return cut(text, middle, room);
  }

  /** Large letters leave room for fewer lines. */
  private static int linesAt(double size) {
    return (int) Math.min(MOST_LINES, HEIGHT / (size * LEADING));
  }

  private @Nullable List<Line> fit(
      List<String> pieces, int count, double size, double middle, DoubleUnaryOperator room) {
    List<Line> lines = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < count; i++) {
      double baseline = baseline(i, count, size, middle);
      double free = free(baseline, size, room);
      StringBuilder line = new StringBuilder();
      while (next < pieces.size()
          && typeface.width((line + pieces.get(next)).strip()) * size <= free) {
        line.append(pieces.get(next++));
      }
      if (line.isEmpty()) {
        return null;
      }
      lines.add(new Line(line.toString().strip(), baseline, size));
    }
    return next == pieces.size() ? lines : null;
  }

  private List<Line> cut(String text, double middle, DoubleUnaryOperator room) {
    List<Line> lines = new ArrayList<>();
    String rest = text;
    for (int i = 0; i < MOST_LINES && !rest.isEmpty(); i++) {
      double baseline = baseline(i, MOST_LINES, SMALLEST, middle);
      double free = free(baseline, SMALLEST, room);
      boolean last = i == MOST_LINES - 1;
      int end = longest(rest, free, last ? ELLIPSIS : "");
      if (end < rest.length() && !last) {
        int space = rest.lastIndexOf(' ', end);
        end = space > 0 ? space : end;
      }
      String line = rest.substring(0, end).strip();
      rest = rest.substring(end).strip();
      lines.add(new Line(last && !rest.isEmpty() ? line + ELLIPSIS : line, baseline, SMALLEST));
    }
    return lines;
  }

  /** How many chars of a text fit, never splitting what is read as one character. */
  private int longest(String text, double free, String end) {
    if (typeface.width(text) * SMALLEST <= free) {
      return text.length();
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int fits = characters.next();
    for (int at = fits; at != BreakIterator.DONE; at = characters.next()) {
      if (typeface.width(text.substring(0, at).strip() + end) * SMALLEST > free) {
        break;
      }
      fits = at;
    }
    return fits;
  }

  private static double baseline(int line, int count, double size, double middle) {
    return middle + size * CAPITALS / 2 + (line - (count - 1) / 2.0) * size * LEADING;
  }

  private static double free(double baseline, double size, DoubleUnaryOperator room) {
    return Math.min(
        room.applyAsDouble(baseline - size * CAPITALS), room.applyAsDouble(baseline + size * 0.2));
  }

  private static List<String> pieces(String text, Locale language) {
    BreakIterator breaks = BreakIterator.getLineInstance(language);
    breaks.setText(text);
    List<String> pieces = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }
}
