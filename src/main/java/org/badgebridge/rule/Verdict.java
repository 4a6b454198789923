package org.badgebridge.rule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.badgebridge.passback.EvidenceItem;

/** How one learner stands against a rule, explained part by part in the rule's own shape. */
public sealed interface Verdict permits Verdict.Together, Verdict.InTime, Finding {

  /** Whether enough is met. */
  boolean met();

  /** Every condition with what was seen of it, in reading order. */
  Stream<Finding> findings();

  /** The conditions that would still help; none once the verdict is met. */
  Stream<Finding> missing();

  /** The evidence that meets conditions. */
  default List<EvidenceItem> because() {
    return findings().filter(Finding::met).flatMap(Finding::seenItem).toList();
  }

  /**
   * Since when it is met by what was done alone, without anything older: of an {@code any of} the
   * newest part, of an {@code all of} the oldest. {@link Instant#MAX} for what asks only for
   * badges, which are held and not done; only of what is met.
   */
  Instant since();

  /** Since when it is met: of the parts that were needed, the last. Only of what is met. */
  Instant metAt();

  /**
   * The verdict on a group.
   *
   * @param needed how many of the parts must be met
   */
  record Together(int needed, List<Verdict> parts) implements Verdict {

    @Override
    public boolean met() {
      return parts.stream().filter(Verdict::met).count() >= needed;
    }

    @Override
    public Instant since() {
      return parts.stream()
          .filter(Verdict::met)
          .map(Verdict::since)
          .sorted(Comparator.reverseOrder())
          .skip(needed - 1L)
          .findFirst()
          .orElseThrow();
    }

    @Override
    public Instant metAt() {
      return parts.stream()
          .filter(Verdict::met)
          .map(Verdict::metAt)
          .sorted()
          .skip(needed - 1L)
          .findFirst()
          .orElseThrow();
    }

    @Override
    public Stream<Finding> findings() {
      return parts.stream().flatMap(Verdict::findings);
    }

    @Override
    public Stream<Finding> missing() {
      return met() ? Stream.empty() : parts.stream().flatMap(Verdict::missing);
    }
  }

  /** The verdict on what was done before a deadline. */
  record InTime(Instant deadline, Verdict of) implements Verdict {

    @Override
    public boolean met() {
      return of.met();
    }

    @Override
    public Instant since() {
      return of.since();
    }

    @Override
    public Instant metAt() {
      return of.metAt();
    }

    @Override
    public Stream<Finding> findings() {
      return of.findings();
    }

    @Override
    public Stream<Finding> missing() {
      return of.missing();
    }
  }
}
