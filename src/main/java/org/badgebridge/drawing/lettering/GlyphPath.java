package org.badgebridge.drawing.lettering;

/** SVG path data under construction, to a tenth of a unit. */
final class GlyphPath {

  private final StringBuilder data = new StringBuilder();

  void move(double x, double y) {
    point('M', x, y);
  }

  void line(double x, double y) {
    point('L', x, y);
  }

  void curve(double controlX, double controlY, double x, double y) {
    point('Q', controlX, controlY);
    point(' ', x, y);
  }

  void close() {
    data.append('Z');
  }

  private void point(char command, double x, double y) {
    data.append(command);
    number(x);
    data.append(' ');
    number(y);
  }

  private void number(double value) {
    long tenths = Math.round(value * 10);
    if (tenths % 10 == 0) {
      data.append(tenths / 10);
    } else {
      data.append(tenths / 10.0);
    }
  }

  @Override
  public String toString() {
    return data.toString();
  }
}
