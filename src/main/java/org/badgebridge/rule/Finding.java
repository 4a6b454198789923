package org.badgebridge.rule;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.Fact;
import org.badgebridge.rule.RuleTree.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on one condition.
 *
 * @param seen the evidence looked at, which may fall short; null if nothing is known
 */
public record Finding(Leaf leaf, boolean met, @Nullable EvidenceItem seen) implements Verdict {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Judges a leaf by what is known of its activity. */
  static Finding of(Leaf leaf, Collection<EvidenceItem> known) {
    if (leaf instanceof RuleTree.ScoreAtLeast score) {
      EvidenceItem scored = first(known, Fact.Kind.SCORED);
      return new Finding(leaf, holds(scored) && reaches(scored, score.percent()), scored);
    }
    if (leaf instanceof ScoreBetween range) {
      EvidenceItem scored = first(known, Fact.Kind.SCORED);
      boolean inside =
          holds(scored) && reaches(scored, range.from()) && !exceeds(scored, range.to());
      return new Finding(leaf, inside, scored);
    }
    if (leaf instanceof Attended attended) {
      EvidenceItem there = first(known, Fact.Kind.ATTENDED);
      Double times = there == null || there.undone() ? null : there.score();
      return new Finding(leaf, times != null && times >= attended.times(), there);
    }
    EvidenceItem passed = first(known, Fact.Kind.PASSED);
    EvidenceItem completed = first(known, Fact.Kind.COMPLETED);
    if (leaf instanceof RuleTree.Passed) {
      return new Finding(leaf, holds(passed), passed == null ? completed : passed);
    }
    EvidenceItem done = holds(completed) || passed == null ? completed : passed;
    return new Finding(leaf, holds(done), done);
  }

  private static boolean holds(@Nullable EvidenceItem item) {
    return item != null && !item.undone();
  }

  private static @Nullable EvidenceItem first(Collection<EvidenceItem> known, Fact.Kind kind) {
    for (EvidenceItem item : known) {
      if (item.kind() == kind) {
        return item;
      }
    }
    return null;
  }

  private static boolean reaches(@Nullable EvidenceItem item, double percent) {
    return compared(item, percent) >= 0;
  }

  private static boolean exceeds(@Nullable EvidenceItem item, double percent) {
    return compared(item, percent) > 0;
  }

  /**
   * Below zero if the score falls short of so many percent, or is none. In decimals: 0.57 of 1
   * reaches 57 %, although not in binary fractions.
   */
  private static int compared(@Nullable EvidenceItem item, double percent) {
    Double score = item == null ? null : item.score();
    Double maximum = item == null ? null : item.maximum();
    if (score == null || maximum == null) {
      return -1;
    }
    if (!Double.isFinite(score) || !Double.isFinite(maximum) || maximum <= 0) {
      return -1; // a platform's nonsense never awards
    }
    return BigDecimal.valueOf(score)
        .multiply(HUNDRED)
        .compareTo(BigDecimal.valueOf(percent).multiply(BigDecimal.valueOf(maximum)));
  }

  @Override
  public Instant since() {
    return leaf instanceof RuleTree.Holds ? Instant.MAX : Objects.requireNonNull(seen).occurredAt();
  }

  @Override
  public Instant metAt() {
    return Objects.requireNonNull(seen).occurredAt();
  }

  @Override
  public Stream<Finding> findings() {
    return Stream.of(this);
  }

  @Override
  public Stream<Finding> missing() {
    return met ? Stream.empty() : Stream.of(this);
  }

  Stream<EvidenceItem> seenItem() {
    return Stream.ofNullable(seen);
  }
}
