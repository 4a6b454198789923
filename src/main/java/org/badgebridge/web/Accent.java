package org.badgebridge.web;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * An institution's colour, bent just far enough that text in it and text on it stay readable on our
 * light and dark pages (WCAG 2.2, 1.4.3: at least 4.5 to 1).
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Accent(int red, int green, int blue) {

  private static final double READABLE = 4.6;
  private static final Accent WHITE = new Accent(255, 255, 255);
  private static final Accent BLACK = new Accent(0, 0, 0);

  /** The grounds of badgebridge.css on which the accent is hardest to read. */
  private static final Accent LIGHT_GROUND = of("eef0f3");

  private static final Accent DARK_GROUND = of("262b34");
  private static final Accent DARK_INK = of("10141a");

  /** A colour from six hexadecimal digits. */
  public static Accent of(String hex) {
    int rgb = Integer.parseInt(hex, 16);
    return new Accent(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
  }

  /** The style sheet that puts this accent on a page. */
  String css() {
    Accent light = readable(LIGHT_GROUND, BLACK, Accent::lightSoft);
    Accent dark = readable(DARK_GROUND, WHITE, Accent::darkSoft);
    return ":root{"
        + variables(light, light.mix(BLACK, 0.2), WHITE, light.lightSoft())
        + "}@media (prefers-color-scheme:dark){:root:not([data-scheme=light]){"
        + variables(dark, dark.mix(WHITE, 0.25), DARK_INK, dark.darkSoft())
        + "}}";
  }

  private Accent lightSoft() {
    return WHITE.mix(this, 0.1);
  }

  private Accent darkSoft() {
    return of("1c2027").mix(this, 0.14);
  }

  /** This colour, moved towards another until it can be read on the ground and on its soft one. */
  private Accent readable(Accent ground, Accent towards, UnaryOperator<Accent> soft) {
    for (int step = 0; step < 20; step++) {
      Accent moved = mix(towards, step / 20.0);
      if (moved.contrast(ground) >= READABLE && moved.contrast(soft.apply(moved)) >= READABLE) {
        return moved;
      }
    }
    return towards;
  }

  private static String variables(Accent accent, Accent strong, Accent ink, Accent soft) {
    return "--accent:"
        + accent.hex()
        + ";--accent-strong:"
        + strong.hex()
        + ";--accent-ink:"
        + ink.hex()
        + ";--accent-soft:"
        + soft.hex();
  }

  /** The contrast ratio of WCAG 2.2, from 1 to 21. */
  public double contrast(Accent other) {
    double mine = luminance();
    double theirs = other.luminance();
    return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private Accent mix(Accent other, double share) {
    return new Accent(
        between(red, other.red, share),
        between(green, other.green, share),
        between(blue, other.blue, share));
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  /** As CSS writes it. */
  String hex() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }
}
