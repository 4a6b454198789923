package org.badgebridge.rule;

import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Who may arrange badges in a course: its lecturers, known by the role of their present launch. */
final class Lecturers {

  private Lecturers() {}

  /**
   * Lets a lecturer pass.
   *
   * @return the lecturer's LMS user
   * @throws ProblemException FORBIDDEN for everybody else
   */
  static UUID require(Actor actor) {
    UUID id = actor.id();
    if (actor.kind() != Actor.Kind.LECTURER || id == null) {
      throw new ProblemException(ProblemType.FORBIDDEN, "rule.lecturers-only");
    }
    return id;
  }
}
