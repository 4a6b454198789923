package org.badgebridge.badgeclass;

import java.util.List;
import java.util.Locale;

/** The parts of the badge class form; all but the first are folded while nothing is in them. */
public enum FormSection {
  PATHWAY("pathway step stepTitle ordered"),
  SKILLS(
      "skills tags alignments alignmentName alignmentUrl alignmentCode "
          + "alignmentFramework alignmentDescription alignmentType"),
  STUDY(
      "recognition achievementType ects studyLoad timeInvestment eqf "
          + "eqfConfirmed outcomes programmes fieldOfStudy specialization humanCode "
          + "participation stackable"),
  ASSESSMENT(
      "assessment supervised identityChecked gradeRequired scaleName scaleType "
          + "scaleLowest scaleHighest scaleRequired scaleValues"),
  QUALITY("qualityName qualityUrl qualityDescription"),
  PURPOSE("journey addedValue"),
  AWARDING(
      "validity renewalDays places claimDays narrativeRequired evidenceRequired requestsOpen "
          + "requestNarrativeRequired requestEvidenceRequired directAwardsClosed partners"),
  LANGUAGES("name. description. criteria. translations");

  /** Parted by spaces. */
  private final String fields;

  FormSection(String fields) {
    this.fields = fields;
  }

  /** The message key of its heading. */
  public String key() {
    return "badgeclass.section." + slug();
  }

  /** Its name in ids. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its fields, as the form names them. */
  List<String> fields() {
    return List.of(fields.split(" "));
  }

  /** Whether the fault of a field, or of a row of fields, belongs here. */
  boolean holds(String field) {
    return fields().stream()
        .anyMatch(
            each ->
                each.endsWith(".")
                    ? field.startsWith(each)
                    : field.equals(each) || field.matches(each + "\\.\\d+"));
  }
}
