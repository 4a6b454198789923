package org.badgebridge.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * A rule with a deadline: only what was done before it counts, and nothing that came later takes
 * its place.
 *
 * @param before ISO 8601, in UTC
 */
public record Until(@JsonProperty("before") String before, @JsonProperty("of") RuleTree of)
    implements RuleTree {

  /** Refuses what is no moment. */
  public Until {
    try {
      Instant.parse(before);
    } catch (DateTimeException e) {
      throw new ProblemException(e, ProblemType.INVALID, "rule.deadline");
    }
    if (of == null || of instanceof Until) {
      throw new ProblemException(ProblemType.INVALID, "rule.unreadable");
    }
  }

  /** The deadline. */
  public Instant deadline() {
    return Instant.parse(before);
  }

  @Override
  public Verdict judge(Collection<EvidenceItem> known) {
    return new Verdict.InTime(
        deadline(),
        of.judge(known.stream().filter(item -> item.occurredAt().isBefore(deadline())).toList()));
  }

  @Override
  public Stream<Leaf> leaves() {
    return of.leaves();
  }

  @Override
  public Stream<Until> deadlines() {
    return Stream.of(this);
  }

  @Override
  public int depth() {
    return 1 + of.depth();
  }

  @Override
  public RuleTree placed(UUID ownLink) {
    return new Until(before, of.placed(ownLink));
  }
}
