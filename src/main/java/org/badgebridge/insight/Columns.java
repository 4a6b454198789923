package org.badgebridge.insight;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart of upright columns, measured for drawing: parts of a whole, one upon the other, over an
 * axis of percent. All lengths are pixels of the picture.
 */
public record Columns(int width, List<Column> columns) {

  /** Where the columns begin and end. */
  public static final int TOP = 12;

  public static final int HEIGHT = 160;
  public static final int LEFT = 48;

  /** The whole picture, with the labels below. */
  public static final int PICTURE = TOP + HEIGHT + 40;

  private static final int STEP = 48;
  private static final int BAR = 28;

  /** One column; without parts there is only its label. */
  public record Column(int x, String label, String below, List<Part> parts) {

    /** Where its middle is. */
    public int middle() {
      return x + BAR / 2;
    }
  }

  /**
   * A part of a column.
   *
   * @param style the last word of its class
   */
  public record Part(int y, int height, String style) {}

  /**
   * What is to be drawn.
   *
   * @param parts in percent, from the bottom up; empty if nothing may be said
   */
  record Wish(String label, String below, List<Integer> parts) {}

  static Columns of(List<Wish> wishes, List<String> styles) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      Wish wish = wishes.get(i);
      List<Part> parts = new ArrayList<>();
      int bottom = TOP + HEIGHT;
      for (int p = 0; p < wish.parts().size(); p++) {
        int height = Math.round(HEIGHT * wish.parts().get(p) / 100f);
        parts.add(new Part(bottom - height, height, styles.get(p)));
        bottom -= height;
      }
      columns.add(new Column(LEFT + i * STEP + 8, wish.label(), wish.below(), parts));
    }
    return new Columns(LEFT + wishes.size() * STEP + 8, columns);
  }

  /** Where a line for so many percent lies. */
  public static int line(int percent) {
    return TOP + HEIGHT - HEIGHT * percent / 100;
  }

  /** The width of one column. */
  public int bar() {
    return BAR;
  }
}
