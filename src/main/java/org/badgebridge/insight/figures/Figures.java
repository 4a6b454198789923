package org.badgebridge.insight.figures;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.badgebridge.database.Row;

/**
 * What became of some awards. Offered is always the sum of claimed, open, declined, expired and
 * withdrawn: no row ever leaves.
 */
public final class Figures {

  /** Of no awards. */
  public static final Figures NONE = new Figures(new long[Count.values().length]);

  private static final Count[] COUNTS = Count.values();

  /** By the order of what is counted. */
  private final long[] counts;

  private Figures(long[] counts) {
    this.counts = counts;
  }

  /** What is not among them is zero. */
  public static Figures of(Map<Count, Long> counts) {
    long[] all = new long[NONE.counts.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = counts.getOrDefault(COUNTS[i], 0L);
    }
    return new Figures(all);
  }

  /** Of a row that has a column for each count, beside each other and in their order. */
  static Figures read(Row row) {
    return new Figures(row.counts(COUNTS[0].slug(), COUNTS.length));
  }

  /** One of the counts. */
  @SuppressWarnings("EnumOrdinal") // sums are made by the ten thousand
  public long of(Count count) {
    return counts[count.ordinal()];
  }

  /** All of them together. */
  public static Figures sum(Collection<Figures> parts) {
    long[] all = new long[NONE.counts.length];
    for (Figures part : parts) {
      for (int i = 0; i < all.length; i++) {
        all[i] += part.counts[i];
      }
    }
    return new Figures(all);
  }

  /** Whether there is nothing to count. */
  public boolean none() {
    return of(Count.MET) == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figures figures && Arrays.equals(counts, figures.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return Arrays.toString(counts);
  }
}
