package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.staff.Permission;

/** Ends the awarding of a badge class, or begins it again; those who hold it keep it. */
@ApplicationScoped
public class ArchiveBadgeClass {

  private final BadgeClasses badgeClasses;
  private final Authority authority;
  private final BadgeChanges changes;
  private final Clock clock;

  @Inject
  public ArchiveBadgeClass(
      BadgeClasses badgeClasses, Authority authority, BadgeChanges changes, Clock clock) {
    this.badgeClasses = badgeClasses;
    this.authority = authority;
    this.changes = changes;
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
      changes.tell(institutionId, actor, "archived", id);
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
      changes.tell(institutionId, actor, "restored", id);
    }
    return badgeClass;
  }
}
