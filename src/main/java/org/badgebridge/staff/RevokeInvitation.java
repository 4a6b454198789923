package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;

/** Makes the link of an invitation worthless. */
@ApplicationScoped
public class RevokeInvitation {

  private final Rights rights;
  private final Places places;
  private final StaffMemberships memberships;
  private final StaffInvitations invitations;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public RevokeInvitation(
      Rights rights,
      Places places,
      StaffMemberships memberships,
      StaffInvitations invitations,
      AuditTrail audit,
      Clock clock) {
    this.rights = rights;
    this.places = places;
    this.memberships = memberships;
    this.invitations = invitations;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Revokes; nothing changes if it is not open any more.
   *
   * @throws org.badgebridge.problem.ProblemException FORBIDDEN without ADMINISTRATE at its place,
   *     NOT_FOUND for strangers
   */
  @Transactional
  public void revoke(UUID id, Actor actor) {
    StaffInvitation invitation = invitations.get(id);
    rights.require(
        actor, Permission.ADMINISTRATE, places.at(invitation.level(), invitation.placeId()));
    memberships.lock(invitation.institutionId());
    if (invitation.revoke(clock.instant())) {
      audit.record(
          invitation.institutionId(),
          actor,
          "staff.invitation-revoked",
          "staff-invitation",
          id,
          null);
    }
  }
}
