package org.badgebridge.badgeclass.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Where a badge class stands in education.
 *
 * @param ects credits, 0.5 to 240 in half points
 * @param studyLoad hours, vocational education
 * @param timeInvestment hours
 * @param eqfLevel of the European (or Dutch: NLQF) Qualifications Framework, 1 to 8
 * @param eqfConfirmed whether the level is officially confirmed
 * @param learningOutcomes Markdown; empty if none
 * @param programmes identifiers of the programmes it belongs to (CROHO, ISAT, CREBO …)
 * @param fieldOfStudy empty if none
 * @param specialization empty if none
 * @param humanCode the code by which people know it, for example of the course; empty if none
 * @param participation how one takes part
 * @param stackable whether it counts towards something larger
 */
public record Study(
    @Nullable BigDecimal ects,
    @Nullable Integer studyLoad,
    @Nullable Integer timeInvestment,
    @Nullable Integer eqfLevel,
    boolean eqfConfirmed,
    String learningOutcomes,
    List<String> programmes,
    String fieldOfStudy,
    String specialization,
    String humanCode,
    Set<Participation> participation,
    boolean stackable) {

  /** Nothing said. */
  public static final Study NOTHING =
      new Study(null, null, null, null, false, null, null, null, null, null, null, false);

  /** Cleans the texts; what is missing is empty. */
  @SuppressWarnings("TooManyParameters")
  public Study(
      @Nullable BigDecimal ects,
      @Nullable Integer studyLoad,
      @Nullable Integer timeInvestment,
      @Nullable Integer eqfLevel,
      boolean eqfConfirmed,
      @Nullable String learningOutcomes,
      @Nullable List<String> programmes,
      @Nullable String fieldOfStudy,
      @Nullable String specialization,
      @Nullable String humanCode,
      @Nullable Set<Participation> participation,
      boolean stackable) {
    this.ects = ects == null ? null : ects.stripTrailingZeros();
    this.studyLoad = studyLoad;
    this.timeInvestment = timeInvestment;
    this.eqfLevel = eqfLevel;
    this.eqfConfirmed = eqfConfirmed;
    this.learningOutcomes = learningOutcomes == null ? "" : PlainText.paragraphs(learningOutcomes);
    this.programmes = PlainText.entries(programmes);
    this.fieldOfStudy = PlainText.optionalLine(fieldOfStudy);
    this.specialization = PlainText.optionalLine(specialization);
    this.humanCode = PlainText.optionalLine(humanCode);
    this.participation =
        participation == null
            ? Set.of()
            : java.util.Collections.unmodifiableSet(new TreeSet<>(participation));
    this.stackable = stackable;
  }

  /** The credits as people write them, {@code 2.5}; empty if none. */
  public String ectsText() {
    return ects == null ? "" : ects.toPlainString();
  }
}
