package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.StaffAccount;
import org.badgebridge.identity.StaffAccounts;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Gives an account what an invitation promises, if whoever invited may still give it. */
@ApplicationScoped
public class AcceptInvitation {

  private final Granting granting;
  private final Places places;
  private final StaffMemberships memberships;
  private final StaffInvitations invitations;
  private final StaffAccounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public AcceptInvitation(
      Granting granting,
      Places places,
      StaffMemberships memberships,
      StaffInvitations invitations,
      StaffAccounts accounts,
      AuditTrail audit,
      Clock clock) {
    this.granting = granting;
    this.places = places;
    this.memberships = memberships;
    this.invitations = invitations;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Uses the invitation up.
   *
   * @return the place to which it leads
   * @throws ProblemException NOT_FOUND if the code opens nothing (any more), FORBIDDEN if it is the
   *     inviter's own or the inviter may not give this any more, CONFLICT if the account may do all
   *     of it already
   */
  @Transactional
  public Place accept(String code, UUID accountId) {
    memberships.lock(invitations.institutionOf(code).orElseThrow(AcceptInvitation::closed));
    Instant now = clock.instant();
    StaffInvitation invitation =
        invitations
            .withCode(code)
            .filter(each -> each.state(now) == StaffInvitation.State.OPEN)
            .orElseThrow(AcceptInvitation::closed);
    StaffAccount inviter = accounts.find(invitation.invitedBy()).orElseThrow();
    if (inviter.id().equals(accountId)) {
      throw new ProblemException(ProblemType.FORBIDDEN, "staff.not-oneself");
    }
    Place place = places.at(invitation.level(), invitation.placeId());
    Set<Permission> given = invitation.permissions();
    requireStanding(inviter.actor(), place, given);
    granting.requireNews(accountId, place, given);
    join(accountId, place, given, invitation, now);
    invitation.accept(accountId, now);
    return place;
  }

  private void requireStanding(Actor inviter, Place place, Set<Permission> given) {
    try {
      granting.require(inviter, place, given);
    } catch (ProblemException e) {
      throw new ProblemException(e, ProblemType.FORBIDDEN, "staff.inviter-lost-it");
    }
  }

  private void join(
      UUID accountId, Place place, Set<Permission> given, StaffInvitation invitation, Instant now) {
    Optional<StaffMembership> before =
        memberships.of(accountId, place.institutionId()).stream()
            .filter(each -> each.level() == place.level() && each.placeId().equals(place.id()))
            .findFirst();
    if (before.isPresent()) {
      Set<Permission> both = EnumSet.copyOf(given);
      both.addAll(before.get().permissions());
      before.get().becomes(both, invitation.invitedBy(), now);
    } else {
      memberships.add(new StaffMembership(accountId, place, given, invitation.invitedBy(), now));
    }
    audit.record(
        place.institutionId(),
        new Actor(Actor.Kind.STAFF, accountId, "invitation by account " + invitation.invitedBy()),
        "staff.joined",
        "staff-invitation",
        invitation.id(),
        InviteStaff.what(place, given));
  }

  private static ProblemException closed() {
    return new ProblemException(ProblemType.NOT_FOUND, "staff.invitation.closed");
  }
}
