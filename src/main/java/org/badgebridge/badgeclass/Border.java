package org.badgebridge.badgeclass;

import java.util.Locale;

/**
 * The edge of a badge, which says its type by shape and colour. All lie in a square of 600 units
 * around (300, 300); the upper half of the inside is for the picture, the lower for the words.
 */
enum Border {
  /** Achievement: a circle in light blue. */
  CIRCLE("#7cc4ef", 502) {
    @Override
    String outline() {
      return circle(288);
    }

    @Override
    String inside() {
      return circle(INNER);
    }

    @Override
    String upper() {
      return segment(INNER);
    }

    @Override
    double room(double y) {
      return chord(INNER, y);
    }
  },
  /** Competency: a hexagon in dark blue. */
  HEXAGON("#143a7b", 492) {
    @Override
    String outline() {
      return hexagon(290);
    }

    @Override
    String inside() {
      return hexagon(256);
    }

    @Override
    String upper() {
      double half = room(SPLIT) / 2;
      double side = 256 * Math.sqrt(3) / 2;
      return String.format(
          Locale.ROOT,
          "M%.1f %sL44 300L172 %.1fH428L556 300L%.1f %sZ",
          300 - half,
          SPLIT,
          300 - side,
          300 + half,
          SPLIT);
    }

    @Override
    double room(double y) {
      return 2 * Math.max(0, 256 - Math.abs(y - 300) / Math.sqrt(3));
    }
  },
  /** Pathway: a rosette of twelve scallops in yellow. */
  ROSETTE("#f5c119", 494) {
    @Override
    String outline() {
      StringBuilder path = new StringBuilder();
      for (int i = 0; i <= 12; i++) {
        double angle = Math.PI * (2 * i + 1) / 12;
        double x = 300 + 266 * Math.sin(angle);
        double y = 300 - 266 * Math.cos(angle);
        path.append(
            i == 0
                ? String.format(Locale.ROOT, "M%.1f %.1f", x, y)
                : String.format(Locale.ROOT, "A84 84 0 0 1 %.1f %.1f", x, y));
      }
      return path.append('Z').toString();
    }

    @Override
    String inside() {
      return circle(232);
    }

    @Override
    String upper() {
      return segment(232);
    }

    @Override
    double room(double y) {
      return chord(232, y);
    }
  };

  /** Where the picture ends and the words begin. */
  static final double SPLIT = 316;

  private static final double INNER = 246;

  private final String colour;
  private final double wordAt;

  Border(String colour, double wordAt) {
    this.colour = colour;
    this.wordAt = wordAt;
  }

  static Border of(BadgeType type) {
    return switch (type) {
      case ACHIEVEMENT -> CIRCLE;
      case COMPETENCY -> HEXAGON;
      case PATHWAY -> ROSETTE;
    };
  }

  String colour() {
    return colour;
  }

  /** The baseline of the word for the type. */
  double wordAt() {
    return wordAt;
  }

  /** Path data of the outer edge. */
  abstract String outline();

  /** Path data of the inside. */
  abstract String inside();

  /** Path data of the inside above {@link #SPLIT}. */
  abstract String upper();

  /** How wide the inside is at a height. */
  abstract double room(double y);

  private static String circle(double radius) {
    return String.format(
        Locale.ROOT,
        "M%.1f 300A%2$.1f %2$.1f 0 1 1 %3$.1f 300A%2$.1f %2$.1f 0 1 1 %1$.1f 300Z",
        300 - radius,
        radius,
        300 + radius);
  }

  private static String segment(double radius) {
    double half = chord(radius, SPLIT) / 2;
    return String.format(
        Locale.ROOT,
        "M%.1f %.1fA%3$.1f %3$.1f 0 1 1 %4$.1f %2$.1fZ",
        300 - half,
        SPLIT,
        radius,
        300 + half);
  }

  private static String hexagon(double radius) {
    double half = radius / 2;
    double side = radius * Math.sqrt(3) / 2;
    return String.format(
        Locale.ROOT,
        "M%.1f 300L%.1f %.1fH%.1fL%.1f 300L%.1f %.1fH%.1fZ",
        300 - radius,
        300 - half,
        300 - side,
        300 + half,
        300 + radius,
        300 + half,
        300 + side,
        300 - half);
  }

  private static double chord(double radius, double y) {
    double rest = radius * radius - (y - 300) * (y - 300);
    return rest <= 0 ? 0 : 2 * Math.sqrt(rest);
  }
}
