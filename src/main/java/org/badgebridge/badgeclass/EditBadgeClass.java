package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.identity.Actor;

/** Changes the wording of a badge class; badges already claimed keep what they were signed with. */
@ApplicationScoped
public class EditBadgeClass {

  private final BadgeClasses badgeClasses;
  private final VisualGrammars grammars;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public EditBadgeClass(
      BadgeClasses badgeClasses, VisualGrammars grammars, AuditTrail audit, Clock clock) {
    this.badgeClasses = badgeClasses;
    this.grammars = grammars;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes over the draft.
   *
   * @throws org.badgebridge.problem.InvalidFields with every fault of the draft
   * @throws org.badgebridge.problem.ProblemException FORBIDDEN, NOT_FOUND, or CONFLICT as {@link
   *     BadgeClass#reword} says
   */
  @Transactional
  public BadgeClass edit(UUID id, UUID institutionId, BadgeClassDraft draft, Actor actor) {
    Staff.require(actor);
    BadgeClass badgeClass = badgeClasses.inInstitution(id, institutionId);
    draft.check(grammars.of(institutionId).keeping(badgeClass.typeSlug(), badgeClass.themeSlug()));
    badgeClass.reword(draft, clock.instant());
    audit.record(institutionId, actor, "badge-class.edited", "badge-class", id, null);
    return badgeClass;
  }
}
