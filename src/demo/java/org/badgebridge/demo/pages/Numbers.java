package org.badgebridge.demo.pages;

import java.util.Locale;

/** Grades as people write them. */
final class Numbers {

  private Numbers() {}

  /** At most two decimals, and none that say nothing. */
  static String plain(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.2f", value).replaceAll("0$", "");
  }
}
