package org.badgebridge.badgeclass.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a content into the fields of the form: the inverse of {@link ReadForm}. */
final class FilledForm {

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  FilledForm(BadgeContent content) {
    wording("", content.wording());
    content.translations().forEach((language, wording) -> wording("." + language, wording));
    put("language", content.language());
    put("type", content.type());
    put("theme", content.theme());
    put("artwork", text(content.artwork()));
    put("recognition", content.recognition().name());
    put("achievementType", content.achievementType());
    put("skills", String.join("\n", content.skills()));
    put("tags", String.join("\n", content.tags()));
    alignments(content.alignments());
    study(content.study());
    assessing(content.assessing());
    put("qualityName", content.quality().name());
    put("qualityUrl", content.quality().url());
    put("qualityDescription", content.quality().description());
    Validity validity = content.validity();
    put("validity", validity == null ? "" : Integer.toString(validity.amount()));
    put("validityUnit", (validity == null ? Validity.Unit.YEARS : validity.unit()).name());
    put("journey", content.purpose().journey());
    put("addedValue", content.purpose().addedValue());
    awarding(content.awarding());
    if (content.pathway() != null) {
      pathway(content.pathway());
    }
  }

  Map<String, List<String>> values() {
    return values;
  }

  private void wording(String language, Wording wording) {
    put("name" + language, wording.name());
    put("description" + language, wording.description());
    put("criteria" + language, wording.criteria());
  }

  private void alignments(List<Alignment> alignments) {
    for (Alignment each : alignments) {
      add("alignmentName", each.targetName());
      add("alignmentUrl", each.targetUrl());
      add("alignmentCode", each.targetCode());
      add("alignmentFramework", each.targetFramework());
      add("alignmentDescription", each.targetDescription());
      add("alignmentType", each.targetType());
    }
  }

  private void study(Study study) {
    put("ects", study.ectsText());
    put("studyLoad", text(study.studyLoad()));
    put("timeInvestment", text(study.timeInvestment()));
    put("eqf", text(study.eqfLevel()));
    tick("eqfConfirmed", study.eqfConfirmed());
    put("outcomes", study.learningOutcomes());
    put("programmes", String.join("\n", study.programmes()));
    put("fieldOfStudy", study.fieldOfStudy());
    put("specialization", study.specialization());
    put("humanCode", study.humanCode());
    names("participation", study.participation());
    tick("stackable", study.stackable());
  }

  private void assessing(Assessing assessing) {
    names("assessment", assessing.kinds());
    tick("supervised", assessing.supervised());
    tick("identityChecked", assessing.identityChecked());
    tick("gradeRequired", assessing.gradeRequired());
    GradeScale scale = assessing.scale();
    if (scale != null) {
      put("scaleName", scale.name());
      put("scaleType", scale.resultType());
      put("scaleLowest", scale.lowest());
      put("scaleHighest", scale.highest());
      put("scaleRequired", scale.required());
      put("scaleValues", String.join("\n", scale.values()));
    }
  }

  private void awarding(Awarding awarding) {
    put("claimDays", text(awarding.claimDays()));
    tick("narrativeRequired", awarding.narrativeRequired());
    tick("evidenceRequired", awarding.evidenceRequired());
    tick("requestsOpen", awarding.requestsOpen());
    tick("requestNarrativeRequired", awarding.requestNarrativeRequired());
    tick("requestEvidenceRequired", awarding.requestEvidenceRequired());
    tick("directAwardsClosed", awarding.directAwardsClosed());
    tick("unvalidatedNames", awarding.unvalidatedNames());
    tick("partners", awarding.partners());
    put("renewalDays", text(awarding.renewalDays()));
    put("places", text(awarding.places()));
  }

  private void pathway(Pathway pathway) {
    tick("ordered", pathway.ordered());
    for (int i = 0; i < pathway.steps().size(); i++) {
      Pathway.Step step = pathway.steps().get(i);
      String key = Integer.toString(i);
      add("stepKey", key);
      add("stepTitle", step.title());
      boolean all = step.needed() == step.badges().size();
      add("stepNeeded", all ? ReadForm.ALL : Integer.toString(step.needed()));
      values.put("stepBadge." + key, step.badges().stream().map(UUID::toString).toList());
    }
  }

  private void names(String field, Collection<? extends Enum<?>> chosen) {
    values.put(field, chosen.stream().map(Enum::name).toList());
  }

  private void tick(String field, boolean on) {
    if (on) {
      put(field, "yes");
    }
  }

  private void put(String field, String value) {
    values.put(field, List.of(value));
  }

  private void add(String field, String value) {
    values.computeIfAbsent(field, key -> new ArrayList<>()).add(value);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
