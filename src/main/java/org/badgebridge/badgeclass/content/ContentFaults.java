package org.badgebridge.badgeclass.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.web.Translated;
import org.badgebridge.web.WebAddress;

/**
 * What is wrong with a content whatever state it is in: even a draft has a name and a language, and
 * holds nothing that could not be kept, shown or signed. Fields are named as in the form.
 */
public final class ContentFaults {

  /** Longest name in characters. */
  public static final int NAME = 200;

  /** Longest description. */
  public static final int DESCRIPTION = 2000;

  /** Longest criteria, and other Markdown. */
  public static final int PROSE = 10_000;

  /** Longest other line. */
  public static final int LINE = 200;

  /** Most entries of a list. */
  public static final int ENTRIES = 30;

  private static final int ADDRESS = 2000;
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal MOST_ECTS = new BigDecimal("240");
  private static final int MOST_HOURS = 20_000;
  private static final int MOST_CLAIM_DAYS = 730;
  private static final int MOST_RENEWAL_DAYS = 3650;
  private static final int MOST_PLACES = 1_000_000;
  private static final Pattern TARGET_TYPE =
      Pattern.compile(
          "CFItem|CFRubric|CFRubricCriterion|CFRubricCriterionLevel|ceasn:Competency"
              + "|ceterms:Credential|CTDL|ext:[A-Za-z0-9.\\-_]{1,60}");

  private final List<FieldFault> faults = new ArrayList<>();

  private ContentFaults() {}

  /** Everything that is wrong, in the order of the form; empty when it can be kept. */
  public static List<FieldFault> of(BadgeContent content) {
    ContentFaults check = new ContentFaults();
    check.texts(content);
    check.lists(content);
    check.alignments(content.alignments());
    check.study(content.study());
    check.assessing(content.assessing());
    check.rest(content);
    return List.copyOf(check.faults);
  }

  private void texts(BadgeContent content) {
    if (content.name().isEmpty()) {
      fault("name", "badgeclass.fault.name-missing");
    }
    wording("", content.wording());
    if (!Translated.LANGUAGES.contains(content.language())) {
      fault("language", "badgeclass.fault.language");
    }
    for (Map.Entry<String, Wording> translation : content.translations().entrySet()) {
      if (Translated.LANGUAGES.contains(translation.getKey())) {
        wording("." + translation.getKey(), translation.getValue());
      } else {
        fault("translations", "badgeclass.fault.language");
      }
    }
    if (!content.achievementType().isEmpty()
        && !AchievementTypes.allows(content.achievementType())) {
      fault("achievementType", "badgeclass.fault.achievement-type");
    }
  }

  private void wording(String language, Wording wording) {
    longest("name" + language, wording.name(), NAME);
    longest("description" + language, wording.description(), DESCRIPTION);
    longest("criteria" + language, wording.criteria(), PROSE);
  }

  private void lists(BadgeContent content) {
    entries("skills", content.skills());
    entries("tags", content.tags());
    entries("programmes", content.study().programmes());
  }

  private void entries(String field, List<String> entries) {
    if (entries.size() > ENTRIES) {
      fault(field, "badgeclass.fault.too-many", ENTRIES, entries.size());
    }
    entries.stream()
        .filter(entry -> entry.length() > LINE)
        .findFirst()
        .ifPresent(entry -> longest(field, entry, LINE));
  }

  private void alignments(List<Alignment> alignments) {
    if (alignments.size() > ENTRIES) {
      fault("alignments", "badgeclass.fault.too-many", ENTRIES, alignments.size());
    }
    for (int i = 0; i < alignments.size(); i++) {
      Alignment each = alignments.get(i);
      if (each.targetName().isEmpty()) {
        fault("alignmentName." + i, "badgeclass.fault.alignment-name");
      }
      longest("alignmentName." + i, each.targetName(), DESCRIPTION);
      if (!WebAddress.fits(each.targetUrl(), ADDRESS)) {
        fault("alignmentUrl." + i, "badgeclass.fault.url");
      }
      longest("alignmentDescription." + i, each.targetDescription(), DESCRIPTION);
      longest("alignmentFramework." + i, each.targetFramework(), LINE);
      longest("alignmentCode." + i, each.targetCode(), LINE);
      if (!each.targetType().isEmpty() && !TARGET_TYPE.matcher(each.targetType()).matches()) {
        fault("alignmentType." + i, "badgeclass.fault.target-type");
      }
    }
  }

  private void study(Study study) {
    BigDecimal ects = study.ects();
    if (ects != null
        && (ects.compareTo(HALF) < 0
            || ects.compareTo(MOST_ECTS) > 0
            || ects.remainder(HALF).signum() != 0)) {
      fault("ects", "badgeclass.fault.ects");
    }
    between("studyLoad", study.studyLoad(), 1, MOST_HOURS);
    between("timeInvestment", study.timeInvestment(), 1, MOST_HOURS);
    between("eqf", study.eqfLevel(), 1, 8);
    longest("outcomes", study.learningOutcomes(), PROSE);
    longest("fieldOfStudy", study.fieldOfStudy(), LINE);
    longest("specialization", study.specialization(), LINE);
    longest("humanCode", study.humanCode(), LINE);
  }

  private void assessing(Assessing assessing) {
    GradeScale scale = assessing.scale();
    if (scale == null) {
      return;
    }
    longest("scaleName", scale.name(), LINE);
    if (scale.name().isEmpty()) {
      fault("scaleName", "badgeclass.fault.scale-name");
    }
    if (!GradeScale.TYPES.contains(scale.resultType())) {
      fault("scaleType", "badgeclass.fault.scale-type");
    }
    entries("scaleValues", scale.values());
    longest("scaleLowest", scale.lowest(), LINE);
    longest("scaleHighest", scale.highest(), LINE);
    longest("scaleRequired", scale.required(), LINE);
    boolean listed = !scale.values().isEmpty();
    if (listed && !scale.required().isEmpty() && !scale.values().contains(scale.required())) {
      fault("scaleRequired", "badgeclass.fault.scale-required");
    }
  }

  private void rest(BadgeContent content) {
    longest("qualityName", content.quality().name(), LINE);
    if (!content.quality().url().isEmpty() && !WebAddress.fits(content.quality().url(), ADDRESS)) {
      fault("qualityUrl", "badgeclass.fault.url");
    }
    longest("qualityDescription", content.quality().description(), DESCRIPTION);
    Validity validity = content.validity();
    if (validity != null && (validity.amount() < 1 || validity.tooLong())) {
      fault("validity", "badgeclass.fault.validity");
    }
    longest("journey", content.purpose().journey(), PROSE);
    longest("addedValue", content.purpose().addedValue(), PROSE);
    between("claimDays", content.awarding().claimDays(), 1, MOST_CLAIM_DAYS);
    between("renewalDays", content.awarding().renewalDays(), 0, MOST_RENEWAL_DAYS);
    between("places", content.awarding().places(), 1, MOST_PLACES);
    if (content.pathway() != null) {
      pathway(content.pathway());
    }
  }

  private void pathway(Pathway pathway) {
    if (pathway.steps().size() > Pathway.MOST) {
      fault("pathway", "badgeclass.fault.too-many", Pathway.MOST, pathway.steps().size());
    }
    for (int i = 0; i < pathway.steps().size(); i++) {
      Pathway.Step step = pathway.steps().get(i);
      longest("stepTitle." + i, step.title(), LINE);
      if (step.badges().isEmpty()) {
        fault("step." + i, "badgeclass.fault.step-empty");
      } else if (step.badges().size() > Pathway.MOST) {
        fault("step." + i, "badgeclass.fault.too-many", Pathway.MOST, step.badges().size());
      } else if (step.needed() < 1 || step.needed() > step.badges().size()) {
        fault("step." + i, "badgeclass.fault.step-needed", step.badges().size());
      }
    }
  }

  private void between(
      String field, @org.jspecify.annotations.Nullable Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      fault(field, "badgeclass.fault.between", least, most);
    }
  }

  private void longest(String field, String value, int longest) {
    if (value.length() > longest) {
      fault(field, "badgeclass.fault.too-long", longest, value.length());
    }
  }

  private void fault(String field, String key, Object... arguments) {
    faults.add(FieldFault.of(field, key, arguments));
  }
}
