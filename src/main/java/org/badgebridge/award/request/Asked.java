package org.badgebridge.award.request;

import java.util.ArrayList;
import java.util.List;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.badgeclass.content.Awarding;
import org.badgebridge.problem.FieldFault;
import org.jspecify.annotations.Nullable;

/**
 * What a badge class asks of whoever asks for it. What every award must say is asked of the learner
 * too, because it becomes what the award says.
 */
public record Asked(boolean narrative, boolean evidence) {

  /** What holds for this badge class. */
  public static Asked of(Awarding awarding) {
    return new Asked(
        awarding.requestNarrativeRequired() || awarding.narrativeRequired(),
        awarding.requestEvidenceRequired() || awarding.evidenceRequired());
  }

  /** What is wrong with a request, and what is missing, by field; empty if nothing is. */
  List<FieldFault> faults(AwardDetails said) {
    List<FieldFault> faults = new ArrayList<>(said.faults());
    needed(faults, narrative, "narrative", said.narrative());
    needed(faults, evidence, "evidenceUrl", said.evidenceUrl());
    if (said.evidenceUrl() == null
        && (said.evidenceName() != null || said.evidenceDescription() != null)
        && !evidence) {
      faults.add(FieldFault.of("evidenceUrl", "award.request.fault.address"));
    }
    return faults;
  }

  private static void needed(
      List<FieldFault> faults, boolean required, String field, @Nullable String value) {
    if (required && value == null) {
      faults.add(FieldFault.of(field, "award.request.fault." + field + "-needed"));
    }
  }
}
