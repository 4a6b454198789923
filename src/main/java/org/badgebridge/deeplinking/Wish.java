package org.badgebridge.deeplinking;

import org.badgebridge.rule.AwardRule;

/**
 * What a lecturer wants of a rule: on which evidence, given how. {@link WishForm} is how it is
 * said, {@link WishedRule} what it means.
 *
 * @param percent of the maximum, 1 to 100; meaningless for {@link Evidence#RESTRICTION}
 * @param column whether a new activity shall have a grade column that the badge can be shown in;
 *     meaningless for {@link Evidence#OWN_GRADE}, whose column is read
 */
public record Wish(Evidence evidence, double percent, AwardRule.Mode mode, boolean column) {

  /** What counts; the three ways that need nothing but LTI. */
  public enum Evidence {
    /** The LMS lets the learner open the activity. */
    RESTRICTION,
    /** A grade in the column of the activity itself. */
    OWN_GRADE,
    /** A grade in a column that Badge Bridge makes and the lecturer fills by a formula. */
    COLUMN_GRADE
  }
}
