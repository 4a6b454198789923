package org.badgebridge.drawing;

import java.awt.geom.Rectangle2D;
import java.util.Base64;
import java.util.Locale;
import org.badgebridge.drawing.artwork.Artwork;
import org.badgebridge.drawing.lettering.Lettering;
import org.badgebridge.drawing.lettering.Typeface;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a badge in a square of 600 units.
 *
 * <p>A dark line and a light one beside it bound the border on both sides, so that the shape can be
 * told on light and dark pages and beside any picture, whatever its colour.
 *
 * @param look what is drawn
 * @param artwork a picture instead of the pictogram, or null
 * @param viewer whether the viewer's fonts may set what our typeface lacks
 */
record BadgeSvg(Look look, @Nullable Artwork artwork, boolean viewer) {

  static final String INK = "#1b2433";

  private static final double NAME_MIDDLE = 398;
  private static final double MARGIN = 44;
  private static final double WORD_LARGEST = 21;
  private static final double WORD_SMALLEST = 14;
  private static final double WORD_SPACING = 0.12;

  /** Border, picture, name and the type's word. */
  String full() {
    Shape shape = look.type().shape();
    return edge(14, 6)
        + fill("#fff", shape.inside(), 8)
        + fill(look.theme().colour(), shape.upper(), 0)
        + picture(shape.upper(), shape.upperBox(), shape.pictureAt(), shape.pictureScale())
        + name(PlainText.line(look.name()), shape)
        + word(look.type().name(look.language()).toUpperCase(look.language()), shape);
  }

  /** Border and picture, for small places. */
  String mark() {
    Shape shape = look.type().shape();
    return "<g transform=\"translate(12 12) scale(.96)\">"
        + edge(30, 10)
        + fill(look.theme().colour(), shape.inside(), 10)
        + picture(shape.inside(), shape.insideBox(), shape.markAt(), 1.5 * shape.pictureScale())
        + "</g>";
  }

  private String edge(int light, int dark) {
    String line =
        "<path fill=\"%s\" stroke=\"%s\" stroke-width=\"%d\" stroke-linejoin=\"round\" d=\"%s\"/>";
    String outline = look.type().shape().outline();
    return line.formatted("none", "#fff", light, outline)
        + line.formatted(look.type().colour(), INK, dark, outline);
  }

  private static String fill(String colour, String path, int line) {
    String stroke = line == 0 ? "" : " stroke=\"#fff\" stroke-width=\"" + line + "\"";
    return "<path fill=\"%s\"%s d=\"%s\"/>".formatted(colour, stroke, path);
  }

  private String picture(String clip, Rectangle2D box, double middle, double scale) {
    if (artwork == null) {
      return String.format(
          Locale.ROOT,
          "<g transform=\"translate(%.1f %.1f) scale(%.2f)\">%s</g>",
          300 - 100 * scale,
          middle - 100 * scale,
          scale,
          look.theme().pictogram().on(look.theme().colour()));
    }
    Rectangle2D place =
        artwork.fillsItsSquare()
            ? square(box.getCenterX(), box.getCenterY(), Math.max(box.getWidth(), box.getHeight()))
            : square(300, middle, 216 * scale);
    return "<clipPath id=\"picture\"><path d=\""
        + clip
        + "\"/></clipPath><g clip-path=\"url(#picture)\">"
        + String.format(
            Locale.ROOT,
            "<image x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" href=\"%s\"/></g>",
            place.getX(),
            place.getY(),
            place.getWidth(),
            place.getHeight(),
            "data:image/png;base64," + Base64.getEncoder().encodeToString(artwork.png()));
  }

  private static Rectangle2D square(double x, double y, double size) {
    return new Rectangle2D.Double(x - size / 2, y - size / 2, size, size);
  }

  private String name(String name, Shape shape) {
    StringBuilder drawn = new StringBuilder();
    for (Lettering.Line line :
        new Lettering(Typeface.bundled())
            .set(name, look.language(), NAME_MIDDLE, y -> shape.room(y) - MARGIN)) {
      drawn.append(letters(line.text(), 300, line.baseline(), line.size(), 0, INK));
    }
    return drawn.toString();
  }

  /** The type's word: smaller if it is long, and cut off where even that does not fit. */
  private String word(String word, Shape shape) {
    double room = shape.room(shape.wordAt()) - MARGIN / 2;
    double size = WORD_LARGEST;
    while (size > WORD_SMALLEST && width(word) * size > room) {
      size -= 1;
    }
    String shown = word;
    while (shown.length() > 1 && width(shown) * size > room) {
      shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -2)).strip() + "…";
    }
    return letters(shown, 300, shape.wordAt(), size, WORD_SPACING, INK);
  }

  private static double width(String word) {
    return Typeface.bundled().width(word) + WORD_SPACING * word.length();
  }

  /**
   * One line of text, centred. What our typeface lacks becomes text for the viewer's fonts, or
   * outlines from this machine's.
   */
  String letters(
      String text, double centre, double baseline, double size, double spacing, String colour) {
    Typeface typeface = Typeface.bundled();
    if (!typeface.covers(text) && viewer) {
      return String.format(
          Locale.ROOT,
          "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.0f\" font-weight=\"600\" fill=\"%s\""
              + " text-anchor=\"middle\" font-family=\"system-ui, sans-serif\">%s</text>",
          centre,
          baseline,
          size,
          colour,
          escape(text));
    }
    String path =
        typeface.covers(text)
            ? typeface.path(text, centre, baseline, size, spacing)
            : Raster.outline(text, centre, baseline, size);
    return "<path fill=\"%s\" d=\"%s\"/>".formatted(colour, path);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
