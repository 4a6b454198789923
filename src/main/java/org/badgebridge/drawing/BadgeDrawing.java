package org.badgebridge.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.badgebridge.drawing.lettering.Lettering;
import org.badgebridge.drawing.lettering.Typeface;
import org.badgebridge.web.PlainText;
import org.badgebridge.web.Words;

/**
 * Draws badges after one grammar, so that a glance tells what a badge is: the border is the type
 * (shape, colour and word), the picture in the upper half the theme, the name stands below.
 *
 * <p>Letters are drawn as paths, so that a badge looks the same everywhere and needs no font.
 */
@ApplicationScoped
public class BadgeDrawing {

  /** The sizes a PNG can have. */
  private static final int[] SIZES = {48, 96, 192, 400, 600, 1200};

  private static final String INK = "#1b2433";
  private static final double NAME_MIDDLE = 398;
  private static final double MARGIN = 44;

  private final Words words;

  @Inject
  public BadgeDrawing(Words words) {
    this.words = words;
  }

  /** The drawing as SVG. */
  public String svg(Look look) {
    return svg(look, true);
  }

  /** The drawing for small places, about 48 pixels: border and picture, without letters. */
  public String mark(Look look) {
    Shape shape = look.type().shape();
    return open(alternative(look, look.language()))
        + edge(look.type())
        + "<path fill=\"%s\" d=\"%s\"/>".formatted(look.theme().colour(), shape.inside())
        + pictogram(look.theme(), 300, 1.5 * shape.pictureScale())
        + "</svg>";
  }

  /**
   * The drawing as PNG.
   *
   * @param size width and height in pixels; the next of the sizes on offer is taken, 1200 at most
   */
  public byte[] png(Look look, int size) {
    return Raster.png(svg(look, false), pixels(size));
  }

  /** The drawing for small places as PNG; sizes as of the other. */
  byte[] markPng(Look look, int size) {
    return Raster.png(mark(look), pixels(size));
  }

  /** The size that a PNG will have. */
  public static int pixels(int wanted) {
    for (int size : SIZES) {
      if (wanted <= size) {
        return size;
      }
    }
    return SIZES[SIZES.length - 1];
  }

  /** What the picture shows, in words, for those who do not see it. */
  public String alternative(Look look, Locale reader) {
    String type = look.type().name(reader);
    String theme = look.theme().name(reader);
    String clean = PlainText.line(look.name());
    return clean.isEmpty()
        ? words.text(reader, "drawing.alternative-unnamed", type, theme)
        : words.text(reader, "drawing.alternative", clean, type, theme);
  }

  private String svg(Look look, boolean viewer) {
    Shape shape = look.type().shape();
    Locale language = look.language();
    return open(alternative(look, language))
        + edge(look.type())
        + "<path fill=\"#fff\" d=\"%s\"/>".formatted(shape.inside())
        + "<path fill=\"%s\" d=\"%s\"/>".formatted(look.theme().colour(), shape.upper())
        + pictogram(look.theme(), shape.pictureAt(), shape.pictureScale())
        + name(PlainText.line(look.name()), language, shape, viewer)
        + word(look.type().name(language).toUpperCase(language), shape)
        + "</svg>";
  }

  private static String open(String alternative) {
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 600\" width=\"600\""
            + " height=\"600\" role=\"img\"><title>%s</title>")
        .formatted(escape(alternative));
  }

  /** A light line around the dark one keeps the shape apart from a dark page. */
  private static String edge(BadgeType type) {
    return ("<path fill=\"none\" stroke=\"#fff\" stroke-width=\"14\" stroke-linejoin=\"round\""
            + " d=\"%3$s\"/><path fill=\"%1$s\" stroke=\"%2$s\" stroke-width=\"6\""
            + " stroke-linejoin=\"round\" d=\"%3$s\"/>")
        .formatted(type.colour(), INK, type.shape().outline());
  }

  private static String pictogram(Theme theme, double middle, double scale) {
    return String.format(
        Locale.ROOT,
        "<g transform=\"translate(%.1f %.1f) scale(%.2f)\">%s</g>",
        300 - 100 * scale,
        middle - 100 * scale,
        scale,
        theme.pictogram().on(theme.colour()));
  }

  /**
   * The name; what our typeface lacks becomes text for the viewer's fonts, or outlines from this
   * machine's.
   */
  private static String name(String name, Locale language, Shape shape, boolean viewer) {
    Typeface typeface = Typeface.bundled();
    StringBuilder drawn = new StringBuilder();
    for (Lettering.Line line :
        new Lettering(typeface).set(name, language, NAME_MIDDLE, y -> shape.room(y) - MARGIN)) {
      if (typeface.covers(line.text())) {
        drawn.append(letters(typeface.path(line.text(), 300, line.baseline(), line.size(), 0)));
      } else if (viewer) {
        drawn.append(text(line));
      } else {
        drawn.append(letters(Raster.outline(line.text(), 300, line.baseline(), line.size())));
      }
    }
    return drawn.toString();
  }

  private static String text(Lettering.Line line) {
    return String.format(
        Locale.ROOT,
        "<text x=\"300\" y=\"%.1f\" font-size=\"%.0f\" font-weight=\"600\" fill=\"%s\""
            + " text-anchor=\"middle\" font-family=\"system-ui, sans-serif\">%s</text>",
        line.baseline(),
        line.size(),
        INK,
        escape(line.text()));
  }

  private static String word(String word, Shape shape) {
    double size = 21;
    return letters(Typeface.bundled().path(word, 300, shape.wordAt(), size, 0.12));
  }

  private static String letters(String path) {
    return "<path fill=\"%s\" d=\"%s\"/>".formatted(INK, path);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
