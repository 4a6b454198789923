package org.badgebridge.insight.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of awards: the columns of {@code insight_figures}. Those about age are made of
 * others for a certain day, because a day makes an award older without changing it.
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
  private final String slug = name().toLowerCase(Locale.ROOT);

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
    return slug;
  }

  /** Those that do not depend on age. */
  private static Stream<Count> counted() {
    return Stream.of(values()).filter(each -> each.part == null);
  }

  /** The columns of those that are counted of awards. */
  static String countedColumns() {
    return counted().map(Count::slug).collect(Collectors.joining(", "));
  }

  static String columns() {
    return Stream.of(values()).map(Count::slug).collect(Collectors.joining(", "));
  }

  /** Over awards {@code x}. */
  static String counting() {
    return counted()
        .map(each -> "sum(case when " + each.condition + " then 1 else 0 end)")
        .collect(Collectors.joining(", "));
  }

  /** Over rows {@code g} that have all columns. */
  static String summing() {
    return Stream.of(values())
        .map(each -> "sum(g." + each.slug + ") as " + each.slug)
        .collect(Collectors.joining(", "));
  }

  /** Of rows {@code g} that hold longer than a day. */
  static String reading() {
    return Stream.of(values()).map(each -> "g." + each.slug).collect(Collectors.joining(", "));
  }

  /** Of rows {@code g} of single days; what depends on age asks for the last day old enough. */
  static String readingDays() {
    return Stream.of(values())
        .map(each -> each.part == null ? "g." + each.slug : each.ifOld(each.part))
        .collect(Collectors.joining(", "));
  }

  /** The last day that is old enough, for each question mark of {@link #readingDays()}. */
  static List<LocalDate> lastDays(LocalDate today) {
    return Stream.of(values())
        .filter(each -> each.part != null)
        .map(each -> each.lastOld(today))
        .toList();
  }

  /**
   * Of rows {@code g} of the days of a period; what depends on age asks for the last day old
   * enough, unless all of them are or none is.
   */
  static String readingDays(LocalDate first, LocalDate last, LocalDate today) {
    return Stream.of(values())
        .map(each -> each.read(first, last, today))
        .collect(Collectors.joining(", "));
  }

  /** The last day that is old enough, for each question mark of readingDays. */
  static List<LocalDate> lastDays(LocalDate first, LocalDate last, LocalDate today) {
    return Stream.of(values())
        .filter(each -> each.part != null && each.someOld(first, last, today))
        .map(each -> each.lastOld(today))
        .toList();
  }

  private String read(LocalDate first, LocalDate last, LocalDate today) {
    if (part == null) {
      return "g." + slug;
    }
    if (someOld(first, last, today)) {
      return ifOld(part);
    }
    return (first.isAfter(lastOld(today)) ? "0" : "g." + part.slug) + " as " + slug;
  }

  private String ifOld(Count part) {
    return "case when g.begins <= ? then g." + part.slug + " else 0 end as " + slug;
  }

  /** Whether some of the days are old enough, and some are not. */
  private boolean someOld(LocalDate first, LocalDate last, LocalDate today) {
    return !first.isAfter(lastOld(today)) && last.isAfter(lastOld(today));
  }

  private LocalDate lastOld(LocalDate today) {
    return today.minusDays(days + 1L);
  }
}
