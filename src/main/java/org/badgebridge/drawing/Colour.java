package org.badgebridge.drawing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.badgebridge.web.Accent;
import org.badgebridge.web.Words;

/**
 * A colour of the drawing, which must do its work beside the others (WCAG 2.2, 1.4.11).
 *
 * <p>A dark and a light line bound a border on both sides; with them the shape has contrast
 * whatever the colour. It must only not be one with either of them. A picture is white on its
 * theme's colour, and nothing else bounds it: it needs 3 to 1.
 *
 * @param hex {@code #rrggbb}, in lower case
 */
record Colour(String hex) {

  private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");
  private static final Accent WHITE = Accent.of("ffffff");
  private static final Accent LINE = Accent.of(BadgeSvg.INK.substring(1));

  /** What tells a border from the lines beside it; dark blue, the darkest of ours, has 1.37. */
  private static final double TOLD_APART = 1.3;

  private static final double PICTURE = 3;

  private static final List<String> HUES =
      List.of("red", "orange", "yellow", "green", "teal", "blue", "purple", "pink", "red");

  /** Where each hue ends, in degrees. */
  private static final int[] ENDS = {15, 44, 70, 160, 195, 255, 310, 345, 361};

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** Too light for a border. */
  boolean fadesIntoWhite() {
    return accent().contrast(WHITE) < TOLD_APART;
  }

  /** Too dark for a border. */
  boolean fadesIntoTheLine() {
    return accent().contrast(LINE) < TOLD_APART;
  }

  /** Too light for a white picture to stand on. */
  boolean hidesAWhitePicture() {
    return accent().contrast(WHITE) < PICTURE;
  }

  private Accent accent() {
    return Accent.of(hex.substring(1));
  }

  /** What people call it: {@code dark blue}. */
  String name(Locale reader, Words words) {
    double red = accent().red() / 255.0;
    double green = accent().green() / 255.0;
    double blue = accent().blue() / 255.0;
    double most = Math.max(red, Math.max(green, blue));
    double least = Math.min(red, Math.min(green, blue));
    double light = (most + least) / 2;
    double depth = most - least;
    if (depth < 0.1) {
      String grey = light < 0.15 ? "black" : light > 0.93 ? "white" : "grey";
      return words.text(reader, "drawing.colour." + grey);
    }
    String hue = hue(degrees(red, green, blue, most, depth));
    if (hue.equals("orange") && light < 0.42) {
      return words.text(reader, "drawing.colour.brown");
    }
    String word = words.text(reader, "drawing.colour." + hue);
    return light > 0.66
        ? words.text(reader, "drawing.colour.light", word)
        : light < 0.33 ? words.text(reader, "drawing.colour.dark", word) : word;
  }

  private static double degrees(double red, double green, double blue, double most, double depth) {
    double sixth =
        most == red
            ? (green - blue) / depth
            : most == green ? 2 + (blue - red) / depth : 4 + (red - green) / depth;
    return (sixth * 60 + 360) % 360;
  }

  private static String hue(double degrees) {
    int i = 0;
    while (degrees >= ENDS[i]) {
      i++;
    }
    return HUES.get(i);
  }
}
