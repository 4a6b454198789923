package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Makes a badge class, as a draft or published at once. */
@ApplicationScoped
public class CreateBadgeClass {

  private final BadgeClasses badgeClasses;
  private final Issuers issuers;
  private final VisualGrammars grammars;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public CreateBadgeClass(
      BadgeClasses badgeClasses,
      Issuers issuers,
      VisualGrammars grammars,
      AuditTrail audit,
      Clock clock) {
    this.badgeClasses = badgeClasses;
    this.issuers = issuers;
    this.grammars = grammars;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes it under the institution's first issuer.
   *
   * @param publish whether it can be awarded at once
   * @throws org.badgebridge.problem.InvalidFields with every fault of the draft
   * @throws ProblemException FORBIDDEN unless a lecturer or an administrator acts
   */
  @Transactional
  public BadgeClass create(
      UUID institutionId, BadgeClassDraft draft, boolean publish, Actor actor) {
    Staff.require(actor);
    draft.check(grammars.of(institutionId));
    BadgeClass made =
        new BadgeClass(
            UUID.randomUUID(),
            issuer(institutionId),
            draft,
            actor.kind() + " " + actor.id(),
            clock.instant());
    badgeClasses.add(made);
    audit.record(institutionId, actor, "badge-class.created", "badge-class", made.id(), null);
    if (publish) {
      made.publish(clock.instant());
      audit.record(institutionId, actor, "badge-class.published", "badge-class", made.id(), null);
    }
    return made;
  }

  private UUID issuer(UUID institutionId) {
    return issuers.of(institutionId).stream()
        .findFirst()
        .map(Issuer::id)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "badgeclass.no-issuer"));
  }
}
