package org.badgebridge.badgeclass.content;

import java.util.Locale;

/** By what a learner shows to have learned it. */
public enum AssessmentKind {
  TEST,
  WRITTEN_WORK,
  PRESENTATION,
  PORTFOLIO,
  PROJECT,
  PRACTICE,
  REFLECTION,
  PRIOR_LEARNING;

  /** The message key of its name for people. */
  public String key() {
    return "badgeclass.assessment." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
