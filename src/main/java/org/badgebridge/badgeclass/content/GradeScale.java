package org.badgebridge.badgeclass.content;

import java.util.List;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What the grades of a badge mean: Open Badges 3.0 §B.1.11 {@code ResultDescription}.
 *
 * @param name what is graded, e.g. {@code Final grade}
 * @param resultType of {@link #TYPES}
 * @param lowest the lowest possible value, as text; empty for a list of values
 * @param highest the highest possible value; likewise
 * @param required what has to be reached; empty if nothing
 * @param values the possible values from low to high; empty for a range
 */
public record GradeScale(
    String name,
    String resultType,
    String lowest,
    String highest,
    String required,
    List<String> values) {

  /** The result types on offer; the specification's others are not grades. */
  public static final List<String> TYPES =
      List.of("Percent", "RawScore", "ScaledScore", "LetterGrade", "GradePointAverage", "Result");

  /** Cleans the texts; what is missing is empty. */
  public GradeScale(
      @Nullable String name,
      @Nullable String resultType,
      @Nullable String lowest,
      @Nullable String highest,
      @Nullable String required,
      @Nullable List<String> values) {
    this.name = PlainText.optionalLine(name);
    this.resultType = PlainText.optionalLine(resultType);
    this.lowest = PlainText.optionalLine(lowest);
    this.highest = PlainText.optionalLine(highest);
    this.required = PlainText.optionalLine(required);
    this.values = PlainText.entries(values);
  }

  boolean isBlank() {
    return (name + lowest + highest + required).isEmpty() && values.isEmpty();
  }
}
