package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Gives somebody at a place other permissions than before. */
@ApplicationScoped
public class ChangeMembership {

  private final Rights rights;
  private final Granting granting;
  private final Places places;
  private final StaffMemberships memberships;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public ChangeMembership(
      Rights rights,
      Granting granting,
      Places places,
      StaffMemberships memberships,
      AuditTrail audit,
      Clock clock) {
    this.rights = rights;
    this.granting = granting;
    this.places = places;
    this.memberships = memberships;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Changes the permissions; those it has already change nothing.
   *
   * @throws ProblemException FORBIDDEN without ADMINISTRATE at the place, if a permission is added
   *     that the actor lacks, or to oneself; CONFLICT if nobody would administrate the institution
   *     any more, or if all of it holds from above anyway; NOT_FOUND for strangers
   */
  @Transactional
  public void change(UUID id, Set<Permission> wanted, Actor actor) {
    StaffMembership membership = memberships.locked(id);
    Place place = places.at(membership.level(), membership.placeId());
    rights.require(actor, Permission.ADMINISTRATE, place);
    Set<Permission> before = membership.permissions();
    if (before.equals(wanted)) {
      return;
    }
    requireMayAdd(membership, place, wanted, actor);
    if (!wanted.contains(Permission.ADMINISTRATE) && memberships.isLastAdministrator(membership)) {
      throw RemoveMembership.lastAdministrator();
    }
    requireNewsFromAbove(membership, place, wanted);
    membership.becomes(wanted, Objects.requireNonNull(actor.id()), clock.instant());
    audit.record(
        place.institutionId(),
        actor,
        "staff.changed",
        "staff-membership",
        id,
        InviteStaff.what(place, before) + " to " + Permission.written(wanted));
  }

  private void requireMayAdd(
      StaffMembership membership, Place place, Set<Permission> wanted, Actor actor) {
    Set<Permission> added = EnumSet.noneOf(Permission.class);
    added.addAll(wanted);
    added.removeAll(membership.permissions());
    if (!added.isEmpty() && membership.accountId().equals(actor.id())) {
      throw new ProblemException(ProblemType.FORBIDDEN, "staff.not-oneself");
    }
    if (!added.isEmpty() || wanted.isEmpty()) {
      granting.require(actor, place, added);
    }
  }

  private void requireNewsFromAbove(
      StaffMembership membership, Place place, Set<Permission> wanted) {
    boolean heldAnyway =
        StaffMemberships.union(
                memberships.of(membership.accountId(), place.institutionId()).stream()
                    .filter(each -> !each.id().equals(membership.id()))
                    .toList(),
                place)
            .containsAll(wanted);
    if (heldAnyway) {
      throw new ProblemException(ProblemType.CONFLICT, "staff.held-from-above");
    }
  }
}
