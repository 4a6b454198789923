package org.badgebridge.api;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;

/** Faults of a content name fields of the form; programs are told where in their JSON it is. */
final class ContentFields {

  private static final Pattern TRANSLATED =
      Pattern.compile("(name|description|criteria)\\.([a-z]{2})");
  private static final Pattern NUMBERED = Pattern.compile("([a-zA-Z]+)\\.(\\d+)");

  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("name", "wording.name"),
          Map.entry("description", "wording.description"),
          Map.entry("criteria", "wording.criteria"),
          Map.entry("programmes", "study.programmes"),
          Map.entry("ects", "study.ects"),
          Map.entry("studyLoad", "study.studyLoad"),
          Map.entry("timeInvestment", "study.timeInvestment"),
          Map.entry("eqf", "study.eqfLevel"),
          Map.entry("outcomes", "study.learningOutcomes"),
          Map.entry("fieldOfStudy", "study.fieldOfStudy"),
          Map.entry("specialization", "study.specialization"),
          Map.entry("humanCode", "study.humanCode"),
          Map.entry("participation", "study.participation"),
          Map.entry("assessment", "assessing.kinds"),
          Map.entry("scaleName", "assessing.scale.name"),
          Map.entry("scaleType", "assessing.scale.resultType"),
          Map.entry("scaleValues", "assessing.scale.values"),
          Map.entry("scaleLowest", "assessing.scale.lowest"),
          Map.entry("scaleHighest", "assessing.scale.highest"),
          Map.entry("scaleRequired", "assessing.scale.required"),
          Map.entry("qualityName", "quality.name"),
          Map.entry("qualityUrl", "quality.url"),
          Map.entry("qualityDescription", "quality.description"),
          Map.entry("journey", "purpose.journey"),
          Map.entry("addedValue", "purpose.addedValue"),
          Map.entry("claimDays", "awarding.claimDays"),
          Map.entry("renewalDays", "awarding.renewalDays"),
          Map.entry("places", "awarding.places"));

  private static final Map<String, String> OF_ENTRIES =
      Map.of(
          "alignmentName", "alignments[%s].targetName",
          "alignmentUrl", "alignments[%s].targetUrl",
          "alignmentDescription", "alignments[%s].targetDescription",
          "alignmentFramework", "alignments[%s].targetFramework",
          "alignmentCode", "alignments[%s].targetCode",
          "alignmentType", "alignments[%s].targetType",
          "stepTitle", "pathway.steps[%s].title",
          "step", "pathway.steps[%s].badges");

  private ContentFields() {}

  /** Does something with a content, and tells its faults as programs know them. */
  static <T> T named(String prefix, Supplier<T> deed) {
    try {
      return deed.get();
    } catch (InvalidFields invalid) {
      throw new InvalidFields(told(prefix, invalid.faults()));
    }
  }

  /** The same faults with other names. */
  static List<FieldFault> told(String prefix, List<FieldFault> faults) {
    return faults.stream()
        .map(each -> new FieldFault(prefix + path(each.field()), each.key(), each.arguments()))
        .toList();
  }

  static String path(String field) {
    Matcher translated = TRANSLATED.matcher(field);
    if (translated.matches()) {
      return "translations." + translated.group(2) + "." + translated.group(1);
    }
    Matcher numbered = NUMBERED.matcher(field);
    if (numbered.matches() && OF_ENTRIES.containsKey(numbered.group(1))) {
      return OF_ENTRIES.get(numbered.group(1)).formatted(numbered.group(2));
    }
    return PLAIN.getOrDefault(field, field);
  }
}
