package org.badgebridge.badgeclass;

import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Who may make and change badge classes. */
final class Staff {

  private Staff() {}

  /**
   * Lets lecturers and administrators pass.
   *
   * @throws ProblemException FORBIDDEN for everybody else
   */
  static void require(Actor actor) {
    if (actor.kind() != Actor.Kind.LECTURER && actor.kind() != Actor.Kind.ADMINISTRATOR) {
      throw new ProblemException(ProblemType.FORBIDDEN, "badgeclass.staff-only");
    }
  }

  /**
   * Lets administrators pass, and the lecturer who made the badge class.
   *
   * @throws ProblemException FORBIDDEN for everybody else
   */
  static void require(Actor actor, BadgeClass badgeClass) {
    require(actor);
    if (actor.kind() == Actor.Kind.LECTURER && !madeBy(actor, badgeClass)) {
      throw new ProblemException(ProblemType.FORBIDDEN, "badgeclass.not-yours");
    }
  }

  /** Whether this actor made it. */
  static boolean madeBy(Actor actor, BadgeClass badgeClass) {
    return badgeClass.createdBy().equals(author(actor));
  }

  /** How the author is kept. */
  static String author(Actor actor) {
    return actor.kind() + " " + actor.id();
  }
}
