package org.badgebridge.insight.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that people are shown. Name, value and definition come from here, wherever they
 * stand: beside a number on a page, in an answer of the interface for programs, in a file.
 */
public enum Measure implements Defined {
  OFFERED(Count.OFFERED),
  DELIVERED(Count.DELIVERED),
  CLAIMED(Count.CLAIMED),
  OPEN(Count.STILL_OPEN),
  DECLINED(Count.DECLINED),
  EXPIRED(Count.EXPIRED),
  WITHDRAWN(Count.WITHDRAWN),
  REVOKED(Count.REVOKED),
  PUBLIC(Count.IN_PUBLIC),
  CLAIM_RATE(Count.CLAIMED, Count.DELIVERED),
  CLAIMED_DAY_1(Count.EARLY_1, Count.OLD_1),
  CLAIMED_DAY_7(Count.EARLY_7, Count.OLD_7),
  CLAIMED_DAY_30(Count.EARLY_30, Count.OLD_30),
  PUBLIC_RATE(Count.IN_PUBLIC, Count.CLAIMED);

  private final Count part;
  private final @Nullable Count whole;

  Measure(Count count) {
    this.part = count;
    this.whole = null;
  }

  Measure(Count part, Count whole) {
    this.part = part;
    this.whole = whole;
  }

  /** Those that are counts. */
  public static List<Measure> counts() {
    return Arrays.stream(values()).filter(each -> !each.isRate()).toList();
  }

  /** Those that are rates. */
  public static List<Measure> rates() {
    return Arrays.stream(values()).filter(Measure::isRate).toList();
  }

  /** Whether it is a part of a whole. */
  public boolean isRate() {
    return whole != null;
  }

  /** The count itself; of a rate, the part. */
  public long count(Figures figures) {
    return figures.of(part);
  }

  /**
   * The rate.
   *
   * @throws IllegalStateException if it is a count
   */
  public Rate rate(Figures figures) {
    if (whole == null) {
      throw new IllegalStateException(this + " is a count");
    }
    long all = figures.of(whole) - (this == PUBLIC_RATE ? figures.of(Count.REVOKED) : 0);
    return new Rate(figures.of(part), all);
  }

  @Override
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String key() {
    return "insight.measure." + slug();
  }
}
