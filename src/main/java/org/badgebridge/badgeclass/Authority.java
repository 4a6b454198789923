package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Rights;

/**
 * Who may make and change badge classes: staff by their rights, and lecturers, whose launch says
 * for which institution, their own ones.
 */
@ApplicationScoped
public class Authority {

  private final Rights rights;
  private final Places places;

  @Inject
  public Authority(Rights rights, Places places) {
    this.rights = rights;
    this.places = places;
  }

  /**
   * Lets those pass who may make badge classes of an issuer.
   *
   * @throws ProblemException FORBIDDEN or NOT_FOUND for everybody else
   */
  void requireCreate(Actor actor, UUID issuerId) {
    if (actor.kind() == Actor.Kind.LECTURER) {
      return;
    }
    refuseOthers(actor);
    rights.require(actor, Permission.CREATE, places.issuer(issuerId));
  }

  /**
   * Lets those pass who may do that to the badge class.
   *
   * @throws ProblemException FORBIDDEN or NOT_FOUND for everybody else
   */
  void require(Actor actor, Permission permission, BadgeClass badgeClass) {
    if (actor.kind() == Actor.Kind.LECTURER) {
      if (!madeBy(actor, badgeClass)) {
        throw new ProblemException(ProblemType.FORBIDDEN, "badgeclass.not-yours");
      }
      return;
    }
    refuseOthers(actor);
    rights.require(actor, permission, place(badgeClass));
  }

  /** Whether somebody may do that to the badge class. */
  public boolean may(Actor actor, Permission permission, BadgeClass badgeClass) {
    return actor.kind() == Actor.Kind.LECTURER
        ? madeBy(actor, badgeClass)
        : rights.may(actor, permission, place(badgeClass));
  }

  /** How the author of a badge class is kept. */
  static String author(Actor actor) {
    return actor.kind() + " " + actor.id();
  }

  private static boolean madeBy(Actor actor, BadgeClass badgeClass) {
    return badgeClass.createdBy().equals(author(actor));
  }

  private Place place(BadgeClass badgeClass) {
    return places.issuer(badgeClass.issuerId()).badgeClass(badgeClass.id());
  }

  private static void refuseOthers(Actor actor) {
    if (actor.kind() != Actor.Kind.ADMINISTRATOR && actor.kind() != Actor.Kind.STAFF) {
      throw new ProblemException(ProblemType.FORBIDDEN, "badgeclass.staff-only");
    }
  }
}
