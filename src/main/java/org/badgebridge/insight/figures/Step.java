package org.badgebridge.insight.figures;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an award to its learner and on to the world. Each counts who came at least so far.
 */
public enum Step {
  MET(Count.MET, Count.MET),
  OFFERED(Count.MET, Count.OFFERED),
  NOTIFIED(Count.OFFERED, Count.NOTIFIED),
  DELIVERED(Count.NOTIFIED, Count.DELIVERED),
  SEEN(Count.DELIVERED, Count.SEEN),
  OPENED(Count.SEEN, Count.OPENED),
  CLAIMED(Count.OPENED, Count.CLAIMED),
  PUBLIC(Count.CLAIMED, Count.PUBLISHED);

  private final Count before;
  private final Count count;

  Step(Count before, Count count) {
    this.before = before;
    this.count = count;
  }

  /** How many came here. */
  public long of(Figures figures) {
    return figures.of(count);
  }

  /** How many came to the step before, and no further. */
  public long lost(Figures figures) {
    return figures.of(before) - figures.of(count);
  }

  /**
   * Where most stop on the way to the claim; what happens after it is the learner's own choice.
   *
   * @return the step that they do not reach, or null if all come through
   */
  public static @Nullable Step hardest(Figures figures) {
    Step hardest = null;
    for (Step each : values()) {
      if (each != PUBLIC && each.lost(figures) > (hardest == null ? 0 : hardest.lost(figures))) {
        hardest = each;
      }
    }
    return hardest;
  }

  /** Its name in message keys and the interface for programs. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
