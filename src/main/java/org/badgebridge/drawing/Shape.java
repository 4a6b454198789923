package org.badgebridge.drawing;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The edge of a badge, which says its type. All lie in a square of 600 units around (300, 300); the
 * upper half of the inside is for the picture, the lower for the words. They were chosen to be told
 * apart at 48 pixels and without colour.
 */
public enum Shape {
  /** A circle. */
  CIRCLE(Outline.circle(288), Outline.circle(246), 502, 196, 0.98),
  /** A hexagon with a flat top. */
  HEXAGON(Outline.polygon(6, 294, 30, 12, 0), Outline.polygon(6, 254, 30, 6, 0), 490, 200, 0.98),
  /** Ten scallops. */
  ROSETTE(Outline.lobes(10, 0, 207, 81, 240), Outline.circle(224), 484, 198, 0.92),
  /** A shield, pointed below. */
  SHIELD(Outline.shield(0), Outline.shield(40), 488, 196, 1.04),
  /** A square with round corners. */
  SQUARE(Outline.polygon(4, 392, 45, 90, 0), Outline.polygon(4, 336, 45, 50, 0), 502, 190, 1.06),
  /** Round above, square below. */
  ARCH(Outline.arch(0), Outline.arch(40), 508, 200, 1.0),
  /** A pentagon that points up. */
  PENTAGON(Outline.polygon(5, 302, 0, 30, 26), Outline.polygon(5, 252, 0, 20, 26), 500, 214, 0.86),
  /** A square on its corner, well rounded. */
  DIAMOND(Outline.polygon(4, 334, 0, 130, 0), Outline.polygon(4, 280, 0, 92, 0), 484, 208, 0.84),
  /** Four leaves. */
  CLOVER(Outline.lobes(4, 45, 170, 164, 220), Outline.lobes(4, 45, 170, 124, 206), 490, 204, 0.96),
  /** A square whose corners are hollowed out. */
  PLAQUE(Outline.plaque(274, 92), Outline.plaque(234, 76), 496, 190, 1.02),
  /** A sun with short rays. */
  SUN(Outline.star(16, 288, 246), Outline.circle(220), 482, 200, 0.9);

  /** Where the picture ends and the words begin. */
  static final double SPLIT = 316;

  private static final int SIZE = 600;

  private final String outline;
  private final String inside;
  private final String upper;

  @SuppressWarnings("ImmutableEnumChecker") // only copies are given out
  private final Rectangle2D upperBox;

  @SuppressWarnings("ImmutableEnumChecker") // only copies are given out
  private final Rectangle2D insideBox;

  @SuppressWarnings("ImmutableEnumChecker") // not written after construction
  private final double[] room = new double[SIZE];

  private final double wordAt;
  private final double pictureAt;
  private final double pictureScale;

  Shape(Path2D outline, Path2D inside, double wordAt, double pictureAt, double pictureScale) {
    Area above = new Area(inside);
    above.intersect(new Area(new Rectangle2D.Double(0, 0, SIZE, SPLIT)));
    this.outline = Outline.data(outline);
    this.inside = Outline.data(inside);
    this.upper = Outline.data(above);
    this.upperBox = above.getBounds2D();
    this.insideBox = inside.getBounds2D();
    this.wordAt = wordAt;
    this.pictureAt = pictureAt;
    this.pictureScale = pictureScale;
    for (int y = 0; y < SIZE; y++) {
      int half = 0;
      while (inside.contains(SIZE / 2.0 + half + 1, y)) {
        half++;
      }
      room[y] = 2.0 * half;
    }
  }

  /** The shape of that slug. */
  public static Optional<Shape> named(String slug) {
    return Arrays.stream(values()).filter(shape -> shape.slug().equals(slug)).findFirst();
  }

  /** Its name in addresses and in the database. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The message key of its name for people. */
  public String key() {
    return "drawing.shape." + slug();
  }

  /** The shape in the colour of the text around it, as HTML. */
  public String icon() {
    return "<svg class=\"pictogram\" viewBox=\"0 0 600 600\" aria-hidden=\"true\">"
        + "<path fill=\"currentColor\" d=\""
        + outline
        + "\"/></svg>";
  }

  /** Path data of the outer edge. */
  String outline() {
    return outline;
  }

  /** Path data of the inside. */
  String inside() {
    return inside;
  }

  /** Path data of the inside above {@link #SPLIT}. */
  String upper() {
    return upper;
  }

  /** The box around {@link #upper}. */
  Rectangle2D upperBox() {
    return (Rectangle2D) upperBox.clone();
  }

  /** The box around {@link #inside}. */
  Rectangle2D insideBox() {
    return (Rectangle2D) insideBox.clone();
  }

  /** The height of the middle of a pictogram that has all of the inside. */
  double markAt() {
    return this == PENTAGON ? 322 : this == SHIELD ? 286 : 300;
  }

  /** How wide the inside is at a height. */
  double room(double y) {
    return room[(int) Math.max(0, Math.min(SIZE - 1, Math.round(y)))];
  }

  /** The baseline of the word for the type. */
  double wordAt() {
    return wordAt;
  }

  /** The height of the middle of a pictogram. */
  double pictureAt() {
    return pictureAt;
  }

  /** The size of a pictogram, where 1 stands for 200 units. */
  double pictureScale() {
    return pictureScale;
  }
}
