package org.badgebridge.insight.figures;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of awards. Most are columns of {@code insight_figures}; those about age are made
 * of them when they are read, because a day makes an award older without changing it.
 */
public enum Count {
  /** All: the rule was met, or somebody gave it. */
  MET("1 = 1"),
  /** Waits for a lecturer's approval. */
  WAITING("x.state = 'PROPOSED'"),
  OFFERED("x.step >= 1"),
  /** A message was handed over, or the learner came without one. */
  NOTIFIED("x.step >= 2"),
  /** The message did not come back, or the learner saw the offer. */
  DELIVERED("x.step >= 3"),
  SEEN("x.step >= 4"),
  OPENED("x.step >= 5"),
  /** At any time; later revoked ones too. */
  CLAIMED("x.step >= 6"),
  /** Was public once. */
  PUBLISHED("x.step >= 7"),
  STILL_OPEN("x.state = 'OFFERED'"),
  /** Open, and delivered. */
  REACHED_OPEN("x.state = 'OFFERED' and x.step >= 3"),
  DECLINED("x.state = 'DECLINED'"),
  EXPIRED("x.state = 'EXPIRED'"),
  WITHDRAWN("x.state = 'WITHDRAWN'"),
  /** Of the claimed ones. */
  REVOKED("x.state = 'REVOKED'"),
  /** Of the claimed ones that are not revoked, public now. */
  IN_PUBLIC("x.state = 'CLAIMED' and x.public_since is not null"),
  WITHIN_HOUR("x.claimed_at <= x.offered_at + interval '1' hour"),
  WITHIN_1("x.claimed_at <= x.offered_at + interval '1' day"),
  WITHIN_3("x.claimed_at <= x.offered_at + interval '3' day"),
  WITHIN_7("x.claimed_at <= x.offered_at + interval '7' day"),
  WITHIN_14("x.claimed_at <= x.offered_at + interval '14' day"),
  WITHIN_30("x.claimed_at <= x.offered_at + interval '30' day"),
  /** Delivered, and offered at least a day ago. */
  OLD_1(DELIVERED, 1),
  OLD_7(DELIVERED, 7),
  OLD_30(DELIVERED, 30),
  /** Of {@link #OLD_1}, claimed within a day. */
  EARLY_1(WITHIN_1, 1),
  EARLY_7(WITHIN_7, 7),
  EARLY_30(WITHIN_30, 30);

  /** The longest that a number waits until all of a day are old enough. */
  static final int LONGEST_WAIT = 30;

  private final @Nullable String condition;
  private final @Nullable Count part;
  private final int days;

  Count(String condition) {
    this.condition = condition;
    this.part = null;
    this.days = 0;
  }

  Count(Count part, int days) {
    this.condition = null;
    this.part = part;
    this.days = days;
  }

  /** Its name as a column, and in the interface for programs. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Those that are columns. */
  static Stream<Count> stored() {
    return Stream.of(values()).filter(each -> each.part == null);
  }

  static String columns() {
    return stored().map(Count::slug).collect(Collectors.joining(", "));
  }

  /** Over awards {@code x}. */
  static String counting() {
    return stored()
        .map(each -> "sum(case when " + each.condition + " then 1 else 0 end)")
        .collect(Collectors.joining(", "));
  }

  /** Over cells {@code f}; what depends on age asks for the last day that is old enough. */
  static String summing() {
    return Stream.of(values())
        .map(each -> each.sum() + " as " + each.slug())
        .collect(Collectors.joining(", "));
  }

  /** Over rows of sums {@code f}. */
  static String addingStored() {
    return stored().map(each -> "sum(f." + each.slug() + ")").collect(Collectors.joining(", "));
  }

  /** Over columns of the same names, of all. */
  static String adding() {
    return Stream.of(values())
        .map(each -> "sum(" + each.slug() + ") as " + each.slug())
        .collect(Collectors.joining(", "));
  }

  /** How many days old an award must be, for each question mark of {@link #summing}. */
  static Stream<Integer> ages() {
    return Stream.of(values()).filter(each -> each.part != null).map(each -> each.days);
  }

  private String sum() {
    return part == null
        ? "sum(f." + slug() + ")"
        : "sum(case when f.begins <= ? then f." + part.slug() + " else 0 end)";
  }
}
