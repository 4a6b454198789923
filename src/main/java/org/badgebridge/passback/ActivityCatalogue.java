package org.badgebridge.passback;

import java.util.List;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;

/**
 * The activities of a course that are not ours and that rules can ask about, for lecturers to
 * choose from. What is chosen becomes known by {@code Activities.known(course, kind, reference,
 * title)}.
 */
public interface ActivityCatalogue {

  /** Whether it can tell of the activities of this course. Asks nobody outside. */
  boolean covers(Course course);

  /**
   * What there is to choose from, in the order of the course. May ask the platform, so never within
   * a transaction; what was answered a few minutes ago is told again.
   *
   * @throws org.badgebridge.external.ExternalRefusal if the platform refuses
   * @throws org.badgebridge.external.ExternalUnavailable if it may work later
   */
  List<Offered> offered(Course course);

  /**
   * One activity to choose.
   *
   * @param kind {@code MODULE}, or {@code COURSE} for the course as a whole
   * @param reference what names it within its kind and course
   * @param type what the platform calls this type of activity, e.g. {@code quiz}; {@code course}
   *     for the course as a whole
   * @param tracked whether the platform keeps track of its completion; if not, a rule can ask for
   *     its score only
   */
  record Offered(
      Activity.Kind kind, String reference, String title, String type, boolean tracked) {}
}
