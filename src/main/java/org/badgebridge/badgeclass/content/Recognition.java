package org.badgebridge.badgeclass.content;

import java.util.Locale;

/** What an institution vouches for: edubadges' three kinds, each with its rules to publish. */
public enum Recognition {
  /** Outside the curriculum; nothing more is asked. */
  EXTRA_CURRICULAR,
  /** Part of a programme, formally recognised. */
  REGULAR,
  /** A small unit after the national framework for micro-credentials, with quality assurance. */
  MICRO_CREDENTIAL;

  /** The message key of its name for people. */
  public String key() {
    return "badgeclass.recognition." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
