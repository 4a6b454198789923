package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.staff.Permission;

/** Ends the awarding of a badge class, or begins it again; those who hold it keep it. */
@ApplicationScoped
public class ArchiveBadgeClass {

  private final BadgeClasses badgeClasses;
  private final Authority authority;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public ArchiveBadgeClass(
      BadgeClasses badgeClasses, Authority authority, AuditTrail audit, Clock clock) {
    this.badgeClasses = badgeClasses;
    this.authority = authority;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Does so; doing it twice changes nothing more.
   *
   * @throws org.badgebridge.problem.ProblemException FORBIDDEN, NOT_FOUND, or CONFLICT as {@link
   *     BadgeClass#archive} says
   */
  @Transactional
  public BadgeClass archive(UUID id, UUID institutionId, Actor actor) {
    BadgeClass badgeClass = badgeClasses.locked(id, institutionId);
    authority.require(actor, Permission.DELETE, badgeClass);
    BadgeClass.State before = badgeClass.state();
    badgeClass.archive(clock.instant());
    if (badgeClass.state() != before) {
      audit.record(institutionId, actor, "badge-class.archived", "badge-class", id, null);
    }
    return badgeClass;
  }

  /**
   * Takes it out of the archive again; doing it twice changes nothing more.
   *
   * @throws org.badgebridge.problem.ProblemException FORBIDDEN or NOT_FOUND
   */
  @Transactional
  public BadgeClass restore(UUID id, UUID institutionId, Actor actor) {
    BadgeClass badgeClass = badgeClasses.locked(id, institutionId);
    authority.require(actor, Permission.DELETE, badgeClass);
    if (badgeClass.state() == BadgeClass.State.ARCHIVED) {
      badgeClass.restore(clock.instant());
      audit.record(institutionId, actor, "badge-class.restored", "badge-class", id, null);
    }
    return badgeClass;
  }
}
