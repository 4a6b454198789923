package org.badgebridge.drawing.lettering;

import java.nio.ByteBuffer;
import org.badgebridge.drawing.lettering.FontFile.Placing;

/** The outline of one glyph (OpenType {@code glyf}, simple glyph description) as a path. */
final class SimpleGlyph {

  private static final int ON_CURVE = 0x01;
  private static final int X_SHORT = 0x02;
  private static final int Y_SHORT = 0x04;
  private static final int REPEAT = 0x08;
  private static final int X_SAME = 0x10;
  private static final int Y_SAME = 0x20;

  private final ByteBuffer glyf;
  private final int[] flags;
  private int at;

  private SimpleGlyph(ByteBuffer glyf, int at, int points) {
    this.glyf = glyf;
    this.at = at;
    this.flags = new int[points];
  }

  static void draw(ByteBuffer glyf, int from, Placing placing, GlyphPath path) {
    int contours = glyf.getShort(from);
    int ends = from + 10;
    int points = contours == 0 ? 0 : FontFile.u16(glyf, ends + 2 * (contours - 1)) + 1;
    int hints = FontFile.u16(glyf, ends + 2 * contours);
    SimpleGlyph glyph = new SimpleGlyph(glyf, ends + 2 * contours + 2 + hints, points);
    glyph.readFlags();
    int[] xs = glyph.readCoordinates(X_SHORT, X_SAME);
    int[] ys = glyph.readCoordinates(Y_SHORT, Y_SAME);
    double[] px = new double[points];
    double[] py = new double[points];
    for (int i = 0; i < points; i++) {
      px[i] = placing.x(xs[i], ys[i]);
      py[i] = placing.y(xs[i], ys[i]);
    }
    int first = 0;
    for (int contour = 0; contour < contours; contour++) {
      int last = FontFile.u16(glyf, ends + 2 * contour);
      glyph.trace(px, py, first, last, path);
      first = last + 1;
    }
  }

  private void readFlags() {
    for (int i = 0; i < flags.length; i++) {
      int flag = glyf.get(at++);
      flags[i] = flag;
      if ((flag & REPEAT) != 0) {
        for (int times = glyf.get(at++) & 0xFF; times > 0; times--) {
          flags[++i] = flag;
        }
      }
    }
  }

  private int[] readCoordinates(int isShort, int same) {
    int[] values = new int[flags.length];
    int value = 0;
    for (int i = 0; i < values.length; i++) {
      if ((flags[i] & isShort) != 0) {
        int step = glyf.get(at++) & 0xFF;
        value += (flags[i] & same) != 0 ? step : -step;
      } else if ((flags[i] & same) == 0) {
        value += glyf.getShort(at);
        at += 2;
      }
      values[i] = value;
    }
    return values;
  }

  /** Between two points off the curve lies one on it, half-way. */
  private void trace(double[] x, double[] y, int first, int last, GlyphPath path) {
    if (last - first < 2) {
      return;
    }
    int start = first;
    while (start <= last && !onCurve(start)) {
      start++;
    }
    boolean none = start > last;
    double startX = none ? (x[first] + x[last]) / 2 : x[start];
    double startY = none ? (y[first] + y[last]) / 2 : y[start];
    path.move(startX, startY);
    int count = last - first + 1;
    int base = none ? first - 1 : start;
    int controls = none ? count : count - 1;
    for (int i = 1; i <= controls; i++) {
      int here = first + Math.floorMod(base + i - first, count);
      if (onCurve(here)) {
        path.line(x[here], y[here]);
        continue;
      }
      int next = first + Math.floorMod(base + i + 1 - first, count);
      boolean closing = i == controls;
      if (closing) {
        path.curve(x[here], y[here], startX, startY);
      } else if (onCurve(next)) {
        path.curve(x[here], y[here], x[next], y[next]);
        i++;
      } else {
        path.curve(x[here], y[here], (x[here] + x[next]) / 2, (y[here] + y[next]) / 2);
      }
    }
    path.close();
  }

  private boolean onCurve(int point) {
    return (flags[point] & ON_CURVE) != 0;
  }
}
