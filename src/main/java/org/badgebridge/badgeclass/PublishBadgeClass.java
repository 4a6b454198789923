package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.staff.Permission;

/** Makes a badge class public and awardable. */
@ApplicationScoped
public class PublishBadgeClass {

  private final BadgeClasses badgeClasses;
  private final ContentChecks checks;
  private final Authority authority;
  private final BadgeChanges changes;
  private final Clock clock;

  @Inject
  public PublishBadgeClass(
      BadgeClasses badgeClasses,
      ContentChecks checks,
      Authority authority,
      BadgeChanges changes,
      Clock clock) {
    this.badgeClasses = badgeClasses;
    this.checks = checks;
    this.authority = authority;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Does so; doing it twice changes nothing more.
   *
   * @throws org.badgebridge.problem.InvalidFields with everything that it does not say yet
   * @throws org.badgebridge.problem.ProblemException FORBIDDEN, NOT_FOUND, or CONFLICT as {@link
   *     BadgeClass#publish} says
   */
  @Transactional
  public BadgeClass publish(UUID id, UUID institutionId, Actor actor) {
    BadgeClass badgeClass = badgeClasses.locked(id, institutionId);
    authority.require(actor, Permission.UPDATE, badgeClass);
    authority.requirePublish(actor, badgeClass.issuerId());
    BadgeClass.State before = badgeClass.state();
    if (before == BadgeClass.State.DRAFT) {
      checks.check(badgeClass.content(), badgeClass, institutionId, true, List.of());
    }
    badgeClass.publish(clock.instant());
    if (badgeClass.state() != before) {
      changes.tell(institutionId, actor, "published", id);
    }
    return badgeClass;
  }
}
