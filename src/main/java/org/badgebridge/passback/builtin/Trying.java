package org.badgebridge.passback.builtin;

import java.util.List;
import org.badgebridge.course.Course;
import org.badgebridge.passback.connector.ConnectorPlatforms.Served;

/** One source, tried out with one course. */
interface Trying {

  /** What it tries. */
  BuiltIn tries();

  /**
   * Looks, without keeping anything of what it sees. Never within a transaction.
   *
   * @throws org.badgebridge.external.ExternalRefusal if the platform refuses
   * @throws org.badgebridge.external.ExternalUnavailable if it may work later
   */
  List<Sight> look(Served platform, Course course);
}
