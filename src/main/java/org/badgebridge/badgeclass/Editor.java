package org.badgebridge.badgeclass;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.badgeclass.content.BadgeForm;
import org.badgebridge.drawing.VisualGrammar;
import org.badgebridge.institution.Issuer;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.jspecify.annotations.Nullable;

/**
 * The badge class form as a page shows it.
 *
 * @param form what was typed
 * @param faults of the last try
 * @param grammar the types and themes on offer
 * @param institutionId whose it is
 * @param badgeNames of the badges on its path, by id
 * @param issuers who can issue it; empty where that is not asked
 * @param issuerId the chosen one
 * @param revision of the state that is edited; null while it is being made
 * @param nextVersion the number of the version that saving makes, if whoever edits agrees; else
 *     null
 */
public record Editor(
    BadgeForm form,
    List<FieldFault> faults,
    VisualGrammar grammar,
    UUID institutionId,
    Map<String, String> badgeNames,
    List<Issuer> issuers,
    @Nullable UUID issuerId,
    @Nullable Long revision,
    @Nullable Integer nextVersion) {

  /** Fields that say something even if nobody touched them. */
  private static final Set<String> CHOSEN_ANYWAY = Set.of("recognition", "scaleType");

  /** The same after a try that was refused. */
  public Editor again(List<FieldFault> newFaults) {
    return new Editor(
        form,
        newFaults,
        grammar,
        institutionId,
        badgeNames,
        issuers,
        issuerId,
        revision,
        nextVersion);
  }

  /** The same, asking whether a next version is meant. */
  public Editor asking(int number) {
    return new Editor(
        form, faults, grammar, institutionId, badgeNames, issuers, issuerId, revision, number);
  }

  /** What was typed here, to be put in the place of another state. */
  public Editor onTopOf(Editor now) {
    return new Editor(
        form,
        faults,
        now.grammar,
        institutionId,
        badgeNames,
        now.issuers,
        issuerId,
        now.revision,
        nextVersion);
  }

  /** What is wrong with a field. */
  public Optional<FieldFault> fault(String field) {
    return InvalidFields.of(faults, field);
  }

  /** Whether a section is unfolded: something in it is wrong, or the type needs it. */
  public boolean opens(FormSection section) {
    return faults.stream().anyMatch(fault -> section.holds(fault.field()))
        || (section == FormSection.PATHWAY && "pathway".equals(form.text("type")));
  }

  /** Whether something was typed in a section. */
  public boolean filled(FormSection section) {
    if (section == FormSection.LANGUAGES) {
      return !form.translations().isEmpty();
    }
    return section.fields().stream()
            .filter(field -> !CHOSEN_ANYWAY.contains(field))
            .anyMatch(field -> form.texts(field).stream().anyMatch(text -> !text.isBlank()))
        || (section == FormSection.STUDY
            && !form.text("recognition").isEmpty()
            && !"EXTRA_CURRICULAR".equals(form.text("recognition")));
  }

  /** How many steps its path has. */
  public int steps() {
    return form.texts("stepKey").size();
  }
}
