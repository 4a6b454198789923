package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Lecturers;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Rights;

/**
 * Who may make and change badge classes: staff and programs by their rights, and lecturers, whose
 * launch says for which institution, their own ones.
 */
@ApplicationScoped
public class Authority {

  private final Rights rights;
  private final Places places;
  private final Institutions institutions;

  @Inject
  public Authority(Rights rights, Places places, Institutions institutions) {
    this.rights = rights;
    this.places = places;
    this.institutions = institutions;
  }

  /**
   * Lets those pass who may make badge classes of an issuer.
   *
   * @throws ProblemException FORBIDDEN or NOT_FOUND for everybody else
   */
  void requireCreate(Actor actor, UUID issuerId) {
    Place place = places.issuer(issuerId);
    if (actor.kind() == Actor.Kind.LECTURER) {
      refuseUnless(lecturers(place) != Lecturers.NONE, "badgeclass.lecturers-none");
      return;
    }
    refuseOthers(actor);
    rights.require(actor, Permission.CREATE, place);
  }

  /**
   * Lets those pass who may publish a badge class of that issuer: whoever may change it, but
   * lecturers only where their institution lets them.
   *
   * @throws ProblemException FORBIDDEN for lecturers who may not
   */
  void requirePublish(Actor actor, UUID issuerId) {
    if (actor.kind() == Actor.Kind.LECTURER) {
      refuseUnless(mayPublish(actor, places.issuer(issuerId)), "badgeclass.lecturers-draft");
    }
  }

  /** Whether a lecturer's badge class is published at once, or waits for staff. */
  public boolean lecturersPublish(UUID institutionId) {
    return lecturers(Place.institution(institutionId)) == Lecturers.PUBLISH;
  }

  /** Whether lecturers may make badge classes at all. */
  public boolean lecturersCreate(UUID institutionId) {
    return lecturers(Place.institution(institutionId)) != Lecturers.NONE;
  }

  private boolean mayPublish(Actor actor, Place place) {
    return actor.kind() != Actor.Kind.LECTURER || lecturers(place) == Lecturers.PUBLISH;
  }

  private Lecturers lecturers(Place place) {
    return institutions
        .find(place.institutionId())
        .map(Institution::lecturers)
        .orElse(Lecturers.NONE);
  }

  /**
   * Lets those pass who may do that to the badge class.
   *
   * @throws ProblemException FORBIDDEN or NOT_FOUND for everybody else
   */
  void require(Actor actor, Permission permission, BadgeClass badgeClass) {
    if (actor.kind() == Actor.Kind.LECTURER) {
      refuseUnless(madeBy(actor, badgeClass), "badgeclass.not-yours");
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

  private static void refuseUnless(boolean allowed, String why) {
    if (!allowed) {
      throw new ProblemException(ProblemType.FORBIDDEN, why);
    }
  }

  private static void refuseOthers(Actor actor) {
    if (actor.kind() != Actor.Kind.ADMINISTRATOR
        && actor.kind() != Actor.Kind.STAFF
        && actor.kind() != Actor.Kind.CLIENT) {
      throw new ProblemException(ProblemType.FORBIDDEN, "badgeclass.staff-only");
    }
  }
}
