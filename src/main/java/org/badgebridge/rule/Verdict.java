package org.badgebridge.rule;

import java.util.List;
import java.util.stream.Stream;
import org.badgebridge.passback.EvidenceItem;

/** How one learner stands against a rule, explained part by part in the rule's own shape. */
public sealed interface Verdict permits Verdict.Together, Finding {

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
    public Stream<Finding> findings() {
      return parts.stream().flatMap(Verdict::findings);
    }

    @Override
    public Stream<Finding> missing() {
      return met() ? Stream.empty() : parts.stream().flatMap(Verdict::missing);
    }
  }
}
