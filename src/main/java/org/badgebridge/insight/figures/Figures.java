package org.badgebridge.insight.figures;

import java.util.EnumMap;
import java.util.Map;
import org.badgebridge.database.Row;

/**
 * What became of some awards. Offered is always the sum of claimed, open, declined, expired and
 * withdrawn: no row ever leaves.
 */
public final class Figures {

  /** Of no awards. */
  public static final Figures NONE = new Figures(new EnumMap<>(Count.class));

  private final Map<Count, Long> counts;

  private Figures(Map<Count, Long> counts) {
    this.counts = counts;
  }

  /** What is not among them is zero. */
  public static Figures of(Map<Count, Long> counts) {
    EnumMap<Count, Long> all = new EnumMap<>(Count.class);
    counts.forEach((count, number) -> all.put(count, number));
    return new Figures(all);
  }

  static Figures read(Row row) {
    EnumMap<Count, Long> all = new EnumMap<>(Count.class);
    for (Count each : Count.values()) {
      all.put(each, row.count(each.slug()));
    }
    return new Figures(all);
  }

  /** One of the counts. */
  public long of(Count count) {
    return counts.getOrDefault(count, 0L);
  }

  /** Both together. */
  public Figures plus(Figures other) {
    EnumMap<Count, Long> all = new EnumMap<>(Count.class);
    for (Count each : Count.values()) {
      all.put(each, of(each) + other.of(each));
    }
    return new Figures(all);
  }

  /** Whether there is nothing to count. */
  public boolean none() {
    return of(Count.MET) == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figures figures && plus(NONE).counts.equals(figures.plus(NONE).counts);
  }

  @Override
  public int hashCode() {
    return plus(NONE).counts.hashCode();
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
