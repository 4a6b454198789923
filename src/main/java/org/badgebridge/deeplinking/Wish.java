package org.badgebridge.deeplinking;

import org.badgebridge.rule.AwardRule;

/**
 * What a lecturer wants of a rule: on which evidence, given how. {@link WishForm} is how it is
 * said, {@link WishedRule} what it means.
 *
 * @param percent of the maximum, 1 to 100; meaningless where no grade counts
 * @param column whether a new activity shall have a grade column that the badge can be shown in;
 *     meaningless for {@link Evidence#OWN_GRADE}, whose column is read
 * @param activity which activity of the course counts, as {@link CourseActivities.Choice#value}
 *     says it; empty where none is asked about
 */
public record Wish(
    Evidence evidence, double percent, AwardRule.Mode mode, boolean column, String activity) {

  /** What counts; the first three need nothing but LTI. */
  public enum Evidence {
    /** The LMS lets the learner open the activity. */
    RESTRICTION,
    /** A grade in the column of the activity itself. */
    OWN_GRADE,
    /** A grade in a column that Badge Bridge makes and the lecturer fills by a formula. */
    COLUMN_GRADE,
    /** An activity of the course that is not ours, and the platform says that it is completed. */
    ACTIVITY_DONE,
    /** A grade in such an activity. */
    ACTIVITY_GRADE;

    /** Whether a grade counts, so that it matters how much of the maximum. */
    public boolean graded() {
      return this != RESTRICTION && this != ACTIVITY_DONE;
    }

    /** Whether it is about an activity of the course that is not ours. */
    public boolean elsewhere() {
      return this == ACTIVITY_DONE || this == ACTIVITY_GRADE;
    }
  }
}
