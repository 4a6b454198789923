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
}
