package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.badgeclass.content.Pathway;
import org.badgebridge.problem.FieldFault;
import org.jspecify.annotations.Nullable;

/**
 * Whether a path can be walked: every badge on it exists in the institution and is awarded, and
 * none leads back to the badge at its end.
 */
@ApplicationScoped
class PathChecks {

  private final BadgeClasses badgeClasses;

  @Inject
  PathChecks(BadgeClasses badgeClasses) {
    this.badgeClasses = badgeClasses;
  }

  /**
   * What stands in the way, by step.
   *
   * @param end the badge that the path earns; null while it is being made
   */
  List<FieldFault> faults(@Nullable UUID end, UUID institutionId, Pathway pathway) {
    List<FieldFault> faults = new ArrayList<>();
    for (int i = 0; i < pathway.steps().size(); i++) {
      for (UUID badge : pathway.steps().get(i).badges()) {
        fault(end, institutionId, "step." + i, badge).ifPresent(faults::add);
      }
    }
    return faults;
  }

  private Optional<FieldFault> fault(
      @Nullable UUID end, UUID institutionId, String field, UUID badge) {
    Optional<BadgeClass> found = badgeClasses.awardableBy(badge, institutionId);
    if (found.isEmpty()) {
      return Optional.of(FieldFault.of(field, "badgeclass.fault.step-none"));
    }
    BadgeClass step = found.get();
    if (end != null && leadsTo(end, step, new HashSet<>())) {
      return Optional.of(FieldFault.of(field, "badgeclass.fault.step-loop", step.name()));
    }
    if (step.state() != BadgeClass.State.PUBLISHED) {
      return Optional.of(FieldFault.of(field, "badgeclass.fault.step-not-published", step.name()));
    }
    return Optional.empty();
  }

  private boolean leadsTo(UUID end, BadgeClass from, Set<UUID> seen) {
    if (from.id().equals(end)) {
      return true;
    }
    Pathway pathway = from.content().pathway();
    if (pathway == null || !seen.add(from.id())) {
      return false;
    }
    return pathway.badges().stream()
        .map(badgeClasses::find)
        .flatMap(Optional::stream)
        .anyMatch(next -> leadsTo(end, next, seen));
  }
}
