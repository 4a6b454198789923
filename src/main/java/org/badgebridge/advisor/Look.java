package org.badgebridge.advisor;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.credential.disclosure.NameShown;
import org.badgebridge.credential.disclosure.Part;

/** What an advisor can be let see beside the badges themselves. */
public enum Look {
  /** The skills that the badges answer to. */
  SKILLS,

  /** Skills of badges that are missing on paths, which no badge has shown yet. */
  GAPS,

  /** Paths that were begun: which badges are missing, and which come next. */
  PATHS,

  /** What the learner did for each badge. */
  NARRATIVE,

  /** Where that can be seen. */
  EVIDENCE,

  /** Results and grade. */
  GRADE,

  /** What the learner wrote about each badge. */
  NOTE;

  /** What the form offers at first. */
  static final Set<Look> USUAL = EnumSet.of(SKILLS, GAPS, PATHS);

  private static final Set<Look> OF_ONE_BADGE = EnumSet.of(NARRATIVE, EVIDENCE, GRADE, NOTE);

  /** Whether it is about what one badge states. */
  public boolean ofOneBadge() {
    return OF_ONE_BADGE.contains(this);
  }

  /** The column that keeps it. */
  String column() {
    return "shows_" + name().toLowerCase(Locale.ROOT);
  }

  /** How a badge is cut down; the learner's name stands on the page anyway. */
  static Disclosure disclosure(Set<Look> looks) {
    return new Disclosure(
        NameShown.FULL,
        looks.stream()
            .filter(Look::ofOneBadge)
            .map(each -> Part.valueOf(each.name()))
            .collect(Collectors.toSet()));
  }
}
