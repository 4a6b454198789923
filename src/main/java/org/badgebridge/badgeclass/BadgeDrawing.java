package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.badgebridge.badgeclass.lettering.Lettering;
import org.badgebridge.badgeclass.lettering.Typeface;
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
  public String svg(BadgeClass badgeClass) {
    return svg(badgeClass.type(), badgeClass.theme(), badgeClass.name(), badgeClass.language());
  }

  /**
   * The drawing as SVG.
   *
   * @param name any text; what would hide or turn around other text is left out
   * @param language of the name and of the type's word
   */
  public String svg(BadgeType type, Theme theme, String name, Locale language) {
    return svg(type, theme, name, language, true);
  }

  /** The drawing for small places, about 48 pixels: border and picture, without letters. */
  public String mark(BadgeType type, Theme theme, String name, Locale language) {
    Pictogram picture = Pictogram.of(theme);
    Border border = Border.of(type);
    return open(alternative(type, theme, name, language))
        + edge(border)
        + "<path fill=\"%s\" d=\"%s\"/>".formatted(picture.colour(), border.inside())
        + picture(picture, 300, 300, 1.5)
        + "</svg>";
  }

  /**
   * The drawing as PNG.
   *
   * @param size width and height in pixels; the next of the sizes on offer is taken, 1200 at most
   */
  public byte[] png(BadgeClass badgeClass, int size) {
    return png(
        badgeClass.type(), badgeClass.theme(), badgeClass.name(), badgeClass.language(), size);
  }

  /** As the other, for what is not a badge class yet. */
  public byte[] png(BadgeType type, Theme theme, String name, Locale language, int size) {
    return Raster.png(svg(type, theme, name, language, false), pixels(size));
  }

  /** The size that a PNG will have. */
  static int pixels(int wanted) {
    for (int size : SIZES) {
      if (wanted <= size) {
        return size;
      }
    }
    return SIZES[SIZES.length - 1];
  }

  /** What the picture shows, in words, for those who do not see it. */
  public String alternative(BadgeClass badgeClass, Locale language) {
    return alternative(badgeClass.type(), badgeClass.theme(), badgeClass.name(), language);
  }

  private String alternative(BadgeType type, Theme theme, String name, Locale language) {
    String typeWord = words.text(language, type.key());
    String themeWord = words.text(language, theme.key());
    String clean = PlainText.line(name);
    return clean.isEmpty()
        ? words.text(language, "badgeclass.alternative-unnamed", typeWord, themeWord)
        : words.text(language, "badgeclass.alternative", clean, typeWord, themeWord);
  }

  private String svg(BadgeType type, Theme theme, String name, Locale language, boolean viewer) {
    Pictogram picture = Pictogram.of(theme);
    Border border = Border.of(type);
    return open(alternative(type, theme, name, language))
        + edge(border)
        + "<path fill=\"#fff\" d=\"%s\"/>".formatted(border.inside())
        + "<path fill=\"%s\" d=\"%s\"/>".formatted(picture.colour(), border.upper())
        + picture(picture, 300, 196, 0.98)
        + name(PlainText.line(name), language, border, viewer)
        + word(words.text(language, type.key()).toUpperCase(language), border)
        + "</svg>";
  }

  private static String open(String alternative) {
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 600\" width=\"600\""
            + " height=\"600\" role=\"img\"><title>%s</title>")
        .formatted(escape(alternative));
  }

  /** A light line around the dark one keeps the shape apart from a dark page. */
  private static String edge(Border border) {
    return ("<path fill=\"none\" stroke=\"#fff\" stroke-width=\"14\" stroke-linejoin=\"round\""
            + " d=\"%3$s\"/><path fill=\"%1$s\" stroke=\"%2$s\" stroke-width=\"6\""
            + " stroke-linejoin=\"round\" d=\"%3$s\"/>")
        .formatted(border.colour(), INK, border.outline());
  }

  private static String picture(Pictogram picture, double x, double y, double scale) {
    return String.format(
        Locale.ROOT,
        "<g transform=\"translate(%.1f %.1f) scale(%.2f)\">%s</g>",
        x - 100 * scale,
        y - 100 * scale,
        scale,
        picture.drawing());
  }

  /**
   * The name; what our typeface lacks becomes text for the viewer's fonts, or outlines from this
   * machine's.
   */
  private static String name(String name, Locale language, Border border, boolean viewer) {
    Typeface typeface = Typeface.bundled();
    StringBuilder drawn = new StringBuilder();
    for (Lettering.Line line :
        new Lettering(typeface).set(name, language, NAME_MIDDLE, y -> border.room(y) - MARGIN)) {
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

  private static String word(String word, Border border) {
    double size = 21;
    return letters(Typeface.bundled().path(word, 300, border.wordAt(), size, 0.12));
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
