package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Takes somebody's permissions at a place away; everybody may give up their own. */
@ApplicationScoped
public class RemoveMembership {

  private final Rights rights;
  private final Places places;
  private final StaffMemberships memberships;
  private final AuditTrail audit;

  @Inject
  public RemoveMembership(
      Rights rights, Places places, StaffMemberships memberships, AuditTrail audit) {
    this.rights = rights;
    this.places = places;
    this.memberships = memberships;
    this.audit = audit;
  }

  /**
   * Removes it.
   *
   * @throws ProblemException CONFLICT if nobody would administrate the institution any more,
   *     FORBIDDEN without ADMINISTRATE at the place, NOT_FOUND for strangers
   */
  @Transactional
  public void remove(UUID id, Actor actor) {
    StaffMembership membership = memberships.locked(id);
    Place place = places.at(membership.level(), membership.placeId());
    if (!membership.accountId().equals(actor.id())) {
      rights.require(actor, Permission.ADMINISTRATE, place);
    }
    if (memberships.isLastAdministrator(membership)) {
      throw lastAdministrator();
    }
    memberships.remove(membership);
    audit.record(
        place.institutionId(),
        actor,
        "staff.removed",
        "staff-membership",
        id,
        membership.accountId() + ", " + InviteStaff.what(place, membership.permissions()));
  }

  static ProblemException lastAdministrator() {
    return new ProblemException(ProblemType.CONFLICT, "staff.last-administrator");
  }
}
