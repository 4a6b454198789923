package org.badgebridge.award;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.badgebridge.badgeclass.content.Awarding;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.GradeScale;
import org.badgebridge.problem.FieldFault;
import org.jspecify.annotations.Nullable;

/**
 * What a badge class asks of every award of it.
 *
 * @param onRequestOnly whether only those get it who asked
 * @param scale of the grades; null if any text is a grade
 */
public record Requirements(
    boolean narrative,
    boolean evidence,
    boolean grade,
    boolean onRequestOnly,
    @Nullable GradeScale scale) {

  /** What this content asks. */
  public static Requirements of(BadgeContent content) {
    Awarding awarding = content.awarding();
    return new Requirements(
        awarding.narrativeRequired(),
        awarding.evidenceRequired(),
        content.assessing().gradeRequired(),
        awarding.directAwardsClosed(),
        content.assessing().scale());
  }

  /** Whether nothing has to be said about an award. */
  public boolean asksNothing() {
    return !narrative && !evidence && !grade;
  }

  /** What is wrong with the details, and what is missing, by field; empty if nothing is. */
  public List<FieldFault> faults(AwardDetails details) {
    List<FieldFault> faults = new ArrayList<>(details.faults());
    needed(faults, narrative, "narrative", details.narrative());
    needed(faults, evidence, "evidenceUrl", details.evidenceUrl());
    needed(faults, grade, "grade", details.grade());
    if (details.grade() != null && scale != null) {
      offScale(faults, details.grade(), scale);
    }
    return faults;
  }

  private static void needed(
      List<FieldFault> faults, boolean required, String field, @Nullable String value) {
    if (required && value == null) {
      faults.add(FieldFault.of(field, "award.fault." + field + "-needed"));
    }
  }

  private static void offScale(List<FieldFault> faults, String grade, GradeScale scale) {
    if (!scale.values().isEmpty()) {
      if (!scale.values().contains(grade)) {
        faults.add(
            FieldFault.of("grade", "award.fault.grade-values", String.join(", ", scale.values())));
      }
      return;
    }
    BigDecimal lowest = number(scale.lowest());
    BigDecimal highest = number(scale.highest());
    if (lowest == null || highest == null) {
      return;
    }
    BigDecimal given = number(grade);
    if (given == null || given.compareTo(lowest) < 0 || given.compareTo(highest) > 0) {
      faults.add(
          FieldFault.of("grade", "award.fault.grade-range", scale.lowest(), scale.highest()));
    }
  }

  /** A number as people write it, with a point or a comma; null for other text. */
  private static @Nullable BigDecimal number(String text) {
    String plain = text.strip().replace(',', '.');
    return plain.matches("[+-]?\\d{1,12}(\\.\\d{1,12})?") ? new BigDecimal(plain) : null;
  }
}
