package org.badgebridge.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * What a learner must have done. A value: rules are never changed, only replaced by a next version.
 * {@link RuleText} writes and reads it as JSON.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RuleTree.AllOf.class, name = "all"),
  @JsonSubTypes.Type(value = RuleTree.AnyOf.class, name = "any"),
  @JsonSubTypes.Type(value = RuleTree.AtLeast.class, name = "at-least"),
  @JsonSubTypes.Type(value = RuleTree.Completed.class, name = "completed"),
  @JsonSubTypes.Type(value = RuleTree.Passed.class, name = "passed"),
  @JsonSubTypes.Type(value = RuleTree.ScoreAtLeast.class, name = "score"),
  @JsonSubTypes.Type(value = ScoreBetween.class, name = "score-between"),
  @JsonSubTypes.Type(value = Attended.class, name = "attended"),
  @JsonSubTypes.Type(value = RuleTree.Holds.class, name = "holds"),
  @JsonSubTypes.Type(value = Until.class, name = "until")
})
public sealed interface RuleTree permits RuleTree.Group, RuleTree.Leaf, Until {

  /**
   * Stands for the placement that shows the attachment, while the platform has not made it yet: a
   * deep-linking answer is given before the link exists. The first launch puts the real activity in
   * its place ({@link PlaceRule}); until then nothing meets such a leaf.
   */
  UUID OWN_LINK = new UUID(0, 1);

  /** Most parts of one group. */
  int MOST_PARTS = 20;

  /** Compares what is known of one learner with what is asked. */
  Verdict judge(Collection<EvidenceItem> known);

  /** The conditions, in reading order. */
  Stream<Leaf> leaves();

  /** How many levels it has. */
  int depth();

  /** The same tree with the real activity in the place of {@link #OWN_LINK}. */
  RuleTree placed(UUID ownLink);

  /** The activities it reads, without {@link #OWN_LINK}. */
  default Set<UUID> activities() {
    return leaves()
        .filter(leaf -> !(leaf instanceof Holds))
        .map(Leaf::activityId)
        .filter(id -> !id.equals(OWN_LINK))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The badge classes that it asks for. */
  default Set<UUID> badges() {
    return leaves()
        .filter(Holds.class::isInstance)
        .map(Leaf::activityId)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it asks that of an activity. */
  default boolean asks(Reads what, UUID activity) {
    return leaves().anyMatch(leaf -> leaf.activityId().equals(activity) && leaf.reads() == what);
  }

  /** The deadlines in it, as seen from outside. */
  default Stream<Until> deadlines() {
    return Stream.empty();
  }

  /** Whether no leaf waits for its placement. */
  @JsonIgnore
  default boolean isPlaced() {
    return leaves().noneMatch(leaf -> leaf.activityId().equals(OWN_LINK));
  }

  /** Several parts of which some must be met. */
  sealed interface Group extends RuleTree {

    List<RuleTree> of();

    /** How many of the parts must be met. */
    int needed();

    /** The same group of other parts. */
    RuleTree with(List<RuleTree> parts);

    @Override
    default Verdict judge(Collection<EvidenceItem> known) {
      return new Verdict.Together(needed(), of().stream().map(part -> part.judge(known)).toList());
    }

    @Override
    default Stream<Leaf> leaves() {
      return of().stream().flatMap(RuleTree::leaves);
    }

    @Override
    default Stream<Until> deadlines() {
      return of().stream().flatMap(RuleTree::deadlines);
    }

    @Override
    default int depth() {
      return 1 + of().stream().mapToInt(RuleTree::depth).max().orElse(0);
    }

    @Override
    default RuleTree placed(UUID ownLink) {
      return with(of().stream().map(part -> part.placed(ownLink)).toList());
    }
  }

  /** Every part. */
  record AllOf(List<RuleTree> of) implements Group {
    public AllOf {
      of = parts(of);
    }

    @Override
    public int needed() {
      return of.size();
    }

    @Override
    public RuleTree with(List<RuleTree> parts) {
      return new AllOf(parts);
    }
  }

  /** One part or more. */
  record AnyOf(List<RuleTree> of) implements Group {
    public AnyOf {
      of = parts(of);
    }

    @Override
    public int needed() {
      return 1;
    }

    @Override
    public RuleTree with(List<RuleTree> parts) {
      return new AnyOf(parts);
    }
  }

  /** So many parts, no matter which. */
  record AtLeast(int needed, List<RuleTree> of) implements Group {
    public AtLeast {
      of = parts(of);
      if (needed < 1 || needed > of.size()) {
        throw new ProblemException(ProblemType.INVALID, "rule.at-least-range", of.size());
      }
    }

    @Override
    public RuleTree with(List<RuleTree> parts) {
      return new AtLeast(needed, parts);
    }
  }

  /** What evidence a condition reads. */
  enum Reads {
    COMPLETION,
    SCORE,
    ATTENDANCE,
    BADGE
  }

  /** One condition about one activity, or one badge. */
  sealed interface Leaf extends RuleTree
      permits Completed, Passed, ScoreAtLeast, ScoreBetween, Attended, Holds {

    /** What evidence it reads. */
    default Reads reads() {
      return Reads.COMPLETION;
    }

    /** What evidence is looked at: that of the activity; for {@link Holds} the badge class. */
    UUID activityId();

    @Override
    default Stream<Leaf> leaves() {
      return Stream.of(this);
    }

    @Override
    default int depth() {
      return 1;
    }

    @Override
    default Verdict judge(Collection<EvidenceItem> known) {
      return Finding.of(
          this, known.stream().filter(item -> item.activityId().equals(activityId())).toList());
    }
  }

  /** The activity is done; for a restricted placement: the course let the learner in. */
  record Completed(@JsonProperty("activity") UUID activityId) implements Leaf {
    @Override
    public RuleTree placed(UUID ownLink) {
      return activityId.equals(OWN_LINK) ? new Completed(ownLink) : this;
    }
  }

  /** The activity is done well enough, by the platform's own word. */
  record Passed(@JsonProperty("activity") UUID activityId) implements Leaf {
    @Override
    public RuleTree placed(UUID ownLink) {
      return activityId.equals(OWN_LINK) ? new Passed(ownLink) : this;
    }
  }

  /**
   * The newest score is high enough.
   *
   * @param percent of the maximum, 0 to 100; compared in decimals, so that 57 of 100 is 57 %
   */
  record ScoreAtLeast(@JsonProperty("activity") UUID activityId, double percent) implements Leaf {
    public ScoreAtLeast {
      if (!(percent >= 0 && percent <= 100)) {
        throw new ProblemException(ProblemType.INVALID, "rule.percent-range");
      }
    }

    @Override
    public Reads reads() {
      return Reads.SCORE;
    }

    @Override
    public RuleTree placed(UUID ownLink) {
      return activityId.equals(OWN_LINK) ? new ScoreAtLeast(ownLink, percent) : this;
    }
  }

  /**
   * The learner holds a badge: claimed, not revoked. {@link HeldBadge} is the evidence of it.
   *
   * @param badgeClassId in any of its versions
   */
  record Holds(@JsonProperty("badgeClass") UUID badgeClassId) implements Leaf {
    @Override
    public UUID activityId() {
      return badgeClassId;
    }

    @Override
    public Reads reads() {
      return Reads.BADGE;
    }

    @Override
    public RuleTree placed(UUID ownLink) {
      return this;
    }
  }

  private static List<RuleTree> parts(List<RuleTree> parts) {
    if (parts.isEmpty() || parts.size() > MOST_PARTS) {
      throw new ProblemException(ProblemType.INVALID, "rule.group-size", MOST_PARTS);
    }
    return List.copyOf(parts);
  }
}
