package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * The rules of giving rights to others: the same for an invitation, its acceptance and a change.
 */
@ApplicationScoped
public class Granting {

  private final Rights rights;
  private final StaffMemberships memberships;

  @Inject
  public Granting(Rights rights, StaffMemberships memberships) {
    this.rights = rights;
    this.memberships = memberships;
  }

  /**
   * Nobody gives what they lack.
   *
   * @throws ProblemException FORBIDDEN without ADMINISTRATE at the place or without one of the
   *     permissions, NOT_FOUND for strangers, INVALID if nothing is given
   */
  void require(Actor granter, Place place, Set<Permission> given) {
    rights.require(granter, Permission.ADMINISTRATE, place);
    if (given.isEmpty()) {
      throw new ProblemException(ProblemType.INVALID, "staff.nothing-given");
    }
    Set<Permission> lacking = EnumSet.copyOf(given);
    lacking.removeAll(rights.of(granter, place));
    if (!lacking.isEmpty()) {
      throw new ProblemException(ProblemType.FORBIDDEN, "staff.grants-what-they-lack");
    }
  }

  /**
   * One membership in a branch is enough, unless another one adds something.
   *
   * @throws ProblemException CONFLICT if the account may do all of that at the place already
   */
  void requireNews(UUID accountId, Place place, Set<Permission> given) {
    if (memberships.effective(accountId, place).containsAll(given)) {
      throw new ProblemException(ProblemType.CONFLICT, "staff.adds-nothing");
    }
  }
}
