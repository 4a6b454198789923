package org.badgebridge.badgeclass.content;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How it is assessed.
 *
 * @param kinds none if it is not
 * @param supervised whether somebody watches
 * @param identityChecked whether it is verified who does it
 * @param gradeRequired whether an award must bear a grade
 * @param scale what the grades mean; null if nothing is said
 */
public record Assessing(
    Set<AssessmentKind> kinds,
    boolean supervised,
    boolean identityChecked,
    boolean gradeRequired,
    @Nullable GradeScale scale) {

  /** Nothing said. */
  public static final Assessing NOTHING = new Assessing(null, false, false, false, null);

  /** What is missing is empty. */
  public Assessing(
      @Nullable Set<AssessmentKind> kinds,
      boolean supervised,
      boolean identityChecked,
      boolean gradeRequired,
      @Nullable GradeScale scale) {
    this.kinds = kinds == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(kinds));
    this.supervised = supervised;
    this.identityChecked = identityChecked;
    this.gradeRequired = gradeRequired;
    this.scale = scale == null || scale.isBlank() ? null : scale;
  }
}
