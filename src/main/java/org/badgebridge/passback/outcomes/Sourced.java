package org.badgebridge.passback.outcomes;

import org.badgebridge.passback.connector.Report;

/**
 * Whom and what a result is about.
 *
 * @param course the platform's {@code context.id} of the course, or another name it uses
 * @param activity what the sender calls the activity
 * @param title what lecturers see of it
 * @param learner the platform's id of the user, or another name it uses
 */
record Sourced(String course, String activity, String title, String learner) {

  private static final int NAME = 255;
  private static final int TITLE = 500;

  /** Refuses what no report could say. */
  Sourced {
    require(course, NAME);
    require(activity, NAME);
    require(learner, NAME);
    if (!title.isEmpty()) {
      require(title, TITLE);
    }
  }

  Report.Where where() {
    return Report.Where.of(course);
  }

  /** One text for the three that name it, different for different ones. */
  String key() {
    return course + "\n" + activity + "\n" + learner;
  }

  private static void require(String text, int longest) {
    boolean plain =
        text.codePoints()
            .noneMatch(
                point ->
                    Character.isISOControl(point)
                        || Character.getType(point) == Character.SURROGATE);
    if (text.isBlank() || text.length() > longest || !plain) {
      throw new OutcomeRefused("sourced-id", "-");
    }
  }
}
