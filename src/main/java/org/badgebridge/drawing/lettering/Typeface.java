package org.badgebridge.drawing.lettering;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The letters on badges: Inter semi-bold in Latin, Greek and Cyrillic script. What it lacks (other
 * scripts, emoji) is left to the fonts of whoever looks at the drawing.
 */
public final class Typeface {

  /** Width taken for a character that we do not have, in ems. */
  private static final double UNKNOWN = 1.0;

  private static final class Held {
    static final Typeface BUNDLED =
        new Typeface(
            Stream.of("latin", "latin-ext", "greek", "cyrillic", "vietnamese")
                .map(script -> new FontFile("inter-" + script + "-600-normal.woff"))
                .toList());
  }

  private final List<FontFile> files;

  private Typeface(List<FontFile> files) {
    this.files = files;
  }

  /** The one we bring; read when first needed. */
  public static Typeface bundled() {
    return Held.BUNDLED;
  }

  /** Whether the whole text can be drawn. */
  public boolean covers(String text) {
    return text.codePoints().allMatch(point -> file(point) != null);
  }

  /** The width of a text in ems. */
  public double width(String text) {
    return text.codePoints().mapToDouble(this::advance).sum();
  }

  private double advance(int codePoint) {
    FontFile file = file(codePoint);
    if (file != null) {
      return file.advance(codePoint);
    }
    return Character.getType(codePoint) == Character.NON_SPACING_MARK ? 0 : UNKNOWN;
  }

  /**
   * Path data of a covered text, centred.
   *
   * @param spacing added between letters, in ems
   */
  public String path(String text, double centre, double baseline, double size, double spacing) {
    GlyphPath path = new GlyphPath();
    int letters = text.codePointCount(0, text.length());
    double x = centre - (width(text) + spacing * (letters - 1)) * size / 2;
    for (int codePoint : text.codePoints().toArray()) {
      FontFile file = file(codePoint);
      if (file != null) {
        file.draw(codePoint, x, baseline, size, path);
        x += (file.advance(codePoint) + spacing) * size;
      }
    }
    return path.toString();
  }

  private @Nullable FontFile file(int codePoint) {
    for (FontFile file : files) {
      if (file.covers(codePoint)) {
        return file;
      }
    }
    return null;
  }
}
