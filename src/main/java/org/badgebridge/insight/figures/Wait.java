package org.badgebridge.insight.figures;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long learners take from the offer to the claim. */
public enum Wait {
  HOUR(null, Count.WITHIN_HOUR),
  DAY(Count.WITHIN_HOUR, Count.WITHIN_1),
  DAYS_3(Count.WITHIN_1, Count.WITHIN_3),
  WEEK(Count.WITHIN_3, Count.WITHIN_7),
  DAYS_14(Count.WITHIN_7, Count.WITHIN_14),
  DAYS_30(Count.WITHIN_14, Count.WITHIN_30),
  LONGER(Count.WITHIN_30, Count.CLAIMED);

  private final @Nullable Count shorter;
  private final Count until;

  Wait(@Nullable Count shorter, Count until) {
    this.shorter = shorter;
    this.until = until;
  }

  /** How many claims came so late, and not within the shorter time before. */
  public long of(Figures figures) {
    return figures.of(until) - (shorter == null ? 0 : figures.of(shorter));
  }

  /** Within which time half of all claims came; null if there are too few to say. */
  public static @Nullable Wait ofHalf(Figures figures) {
    long claimed = figures.of(Count.CLAIMED);
    if (claimed < Rate.FEWEST) {
      return null;
    }
    for (Wait each : values()) {
      if (2 * figures.of(each.until) >= claimed) {
        return each;
      }
    }
    return LONGER;
  }

  /** Its name in message keys and the interface for programs. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
