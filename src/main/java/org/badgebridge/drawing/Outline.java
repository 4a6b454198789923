package org.badgebridge.drawing;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** Closed lines around (300, 300), of which the edges of badges are made. */
final class Outline {

  private static final double MIDDLE = 300;

  /** Makes a cubic curve run like a quarter of a circle. */
  private static final double ROUND = 0.5523;

  /** How many numbers each kind of segment has, by the constants of {@link PathIterator}. */
  private static final int[] COORDINATES = {2, 2, 4, 6, 0};

  private Outline() {}

  static Path2D circle(double radius) {
    return disc(new Point2D.Double(MIDDLE, MIDDLE), radius);
  }

  /**
   * A regular polygon.
   *
   * @param reach from the middle to a corner before it is rounded
   * @param turn of the first corner from the top, in degrees
   * @param rounding how far before a corner its rounding begins
   * @param down how far its middle lies below ours
   */
  static Path2D polygon(int corners, double reach, double turn, double rounding, double down) {
    List<Point2D> points = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      Point2D corner = at(reach, turn + 360.0 * i / corners);
      points.add(new Point2D.Double(corner.getX(), corner.getY() + down));
    }
    return rounded(points, rounding);
  }

  /** Rays that reach in turns to two circles. */
  static Path2D star(int rays, double outer, double inner) {
    List<Point2D> points = new ArrayList<>();
    for (int i = 0; i < rays; i++) {
      points.add(at(outer, 360.0 * i / rays));
      points.add(at(inner, 360.0 * (i + 0.5) / rays));
    }
    return rounded(points, 0);
  }

  /**
   * Equal discs in a ring around a core.
   *
   * @param turn of the first disc from the top, in degrees
   * @param ring from the middle to the middle of a disc
   */
  static Path2D lobes(int count, double turn, double ring, double radius, double core) {
    Area area = new Area(circle(core));
    for (int i = 0; i < count; i++) {
      area.add(new Area(disc(at(ring, turn + 360.0 * i / count), radius)));
    }
    return new Path2D.Double(area);
  }

  /** A square whose corners are hollowed out. */
  static Path2D plaque(double half, double bite) {
    double low = MIDDLE - half;
    double high = MIDDLE + half;
    double pull = ROUND * bite;
    Path2D path = new Path2D.Double();
    path.moveTo(low + bite, low);
    path.lineTo(high - bite, low);
    path.curveTo(high - bite, low + pull, high - pull, low + bite, high, low + bite);
    path.lineTo(high, high - bite);
    path.curveTo(high - pull, high - bite, high - bite, high - pull, high - bite, high);
    path.lineTo(low + bite, high);
    path.curveTo(low + bite, high - pull, low + pull, high - bite, low, high - bite);
    path.lineTo(low, low + bite);
    path.curveTo(low + pull, low + bite, low + bite, low + pull, low + bite, low);
    path.closePath();
    return path;
  }

  /** A shield, flat above and pointed below. */
  static Path2D shield(double inset) {
    double left = 40 + inset;
    double right = 560 - inset;
    double top = 34 + inset;
    double corner = 44 - inset / 2;
    double point = 588 - 1.2 * inset;
    Path2D path = new Path2D.Double();
    path.moveTo(left + corner, top);
    path.lineTo(right - corner, top);
    path.quadTo(right, top, right, top + corner);
    path.lineTo(right, 300);
    path.curveTo(right, 430, 450 - inset / 2, 535 - inset, MIDDLE, point);
    path.curveTo(150 + inset / 2, 535 - inset, left, 430, left, 300);
    path.lineTo(left, top + corner);
    path.quadTo(left, top, left + corner, top);
    path.closePath();
    return path;
  }

  /** A doorway: round above, square below. */
  static Path2D arch(double inset) {
    double left = 26 + inset;
    double right = 574 - inset;
    double low = 572 - inset;
    double radius = MIDDLE - left;
    double pull = ROUND * radius;
    double corner = 44 - inset / 2;
    Path2D path = new Path2D.Double();
    path.moveTo(left, MIDDLE);
    path.curveTo(left, MIDDLE - pull, MIDDLE - pull, left, MIDDLE, left);
    path.curveTo(MIDDLE + pull, left, right, MIDDLE - pull, right, MIDDLE);
    path.lineTo(right, low - corner);
    path.quadTo(right, low, right - corner, low);
    path.lineTo(left + corner, low);
    path.quadTo(left, low, left, low - corner);
    path.closePath();
    return path;
  }

  private static Path2D disc(Point2D middle, double radius) {
    double x = middle.getX();
    double y = middle.getY();
    double pull = ROUND * radius;
    Path2D path = new Path2D.Double();
    path.moveTo(x - radius, y);
    path.curveTo(x - radius, y - pull, x - pull, y - radius, x, y - radius);
    path.curveTo(x + pull, y - radius, x + radius, y - pull, x + radius, y);
    path.curveTo(x + radius, y + pull, x + pull, y + radius, x, y + radius);
    path.curveTo(x - pull, y + radius, x - radius, y + pull, x - radius, y);
    path.closePath();
    return path;
  }

  private static Path2D rounded(List<Point2D> corners, double rounding) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < corners.size(); i++) {
      Point2D before = corners.get((i + corners.size() - 1) % corners.size());
      Point2D corner = corners.get(i);
      Point2D in = towards(corner, before, rounding);
      Point2D out = towards(corner, corners.get((i + 1) % corners.size()), rounding);
      if (i == 0) {
        path.moveTo(in.getX(), in.getY());
      } else {
        path.lineTo(in.getX(), in.getY());
      }
      if (rounding > 0) {
        path.quadTo(corner.getX(), corner.getY(), out.getX(), out.getY());
      }
    }
    path.closePath();
    return path;
  }

  private static Point2D towards(Point2D from, Point2D to, double way) {
    double share = way / from.distance(to);
    return new Point2D.Double(
        from.getX() + (to.getX() - from.getX()) * share,
        from.getY() + (to.getY() - from.getY()) * share);
  }

  private static Point2D at(double reach, double degrees) {
    double angle = Math.toRadians(degrees);
    return new Point2D.Double(MIDDLE + reach * Math.sin(angle), MIDDLE - reach * Math.cos(angle));
  }

  /** SVG path data of anything that AWT can outline. */
  static String data(Shape shape) {
    StringBuilder data = new StringBuilder();
    double[] points = new double[6];
    for (PathIterator line = shape.getPathIterator(null); !line.isDone(); line.next()) {
      int kind = line.currentSegment(points);
      data.append("MLQCZ".charAt(kind));
      for (int i = 0; i < COORDINATES[kind]; i++) {
        data.append(i == 0 ? "" : " ").append(number(points[i]));
      }
    }
    return data.toString();
  }

  private static String number(double value) {
    double tenth = Math.round(value * 10) / 10.0;
    return tenth == Math.rint(tenth) ? Long.toString((long) tenth) : Double.toString(tenth);
  }
}
