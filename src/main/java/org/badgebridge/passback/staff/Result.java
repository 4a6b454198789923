package org.badgebridge.passback.staff;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.OwnFacts;
import org.jspecify.annotations.Nullable;

/**
 * What a task came to.
 *
 * @param kind COMPLETED, PASSED or SCORED
 * @param score only for SCORED, not below zero
 * @param maximum only for SCORED, above zero
 */
public record Result(Fact.Kind kind, @Nullable Double score, @Nullable Double maximum) {

  /** It is done. */
  public static final Result COMPLETED = new Result(Fact.Kind.COMPLETED, null, null);

  /** It is done well enough. */
  public static final Result PASSED = new Result(Fact.Kind.PASSED, null, null);

  private static final Set<String> DONE =
      Set.of(
          "completed",
          "complete",
          "done",
          "yes",
          "x",
          "1",
          "✓",
          "true",
          "voltooid",
          "gedaan",
          "ja",
          "afgerond");
  private static final Set<String> WELL =
      Set.of("passed", "pass", "geslaagd", "voldoende", "behaald");
  private static final Pattern SCORE =
      Pattern.compile("(\\d{1,9}(?:[.,]\\d{1,9})?)\\s*(?:(%)|/\\s*(\\d{1,9}(?:[.,]\\d{1,9})?))?");

  /**
   * Reads a cell: a word for completed or passed in English or Dutch, or a score: {@code 80 %},
   * {@code 8/10}, or {@code 8} beside a maximum.
   *
   * @param maximum what the row says the most is; null if it says nothing
   * @return nothing for what is none of these
   */
  public static Optional<Result> read(String cell, @Nullable String maximum) {
    String word = cell.strip().toLowerCase(Locale.ROOT);
    if (maximum == null && DONE.contains(word)) {
      return Optional.of(COMPLETED);
    }
    if (WELL.contains(word)) {
      return Optional.of(PASSED);
    }
    Matcher score = SCORE.matcher(word);
    if (!score.matches()) {
      return Optional.empty();
    }
    String most = score.group(2) != null ? "100" : score.group(3);
    if (most == null) {
      most = maximum == null ? "" : maximum.strip();
    }
    return most.matches("\\d{1,9}([.,]\\d{1,9})?")
        ? scored(number(score.group(1)), number(most))
        : Optional.empty();
  }

  /** A score, if it can be one: more than the maximum is possible, but not by far. */
  static Optional<Result> scored(double score, double maximum) {
    return score >= 0 && maximum > 0 && score <= 10 * maximum
        ? Optional.of(new Result(Fact.Kind.SCORED, score, maximum))
        : Optional.empty();
  }

  private static double number(String text) {
    return new BigDecimal(text.replace(',', '.')).doubleValue();
  }

  /** As {@link #read} reads it. */
  public String text() {
    return score == null || maximum == null
        ? kind.name().toLowerCase(Locale.ROOT)
        : BigDecimal.valueOf(score).toPlainString()
            + "/"
            + BigDecimal.valueOf(maximum).toPlainString();
  }

  OwnFacts.Said said() {
    return new OwnFacts.Said(score, maximum, false);
  }
}
