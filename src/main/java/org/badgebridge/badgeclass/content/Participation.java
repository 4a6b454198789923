package org.badgebridge.badgeclass.content;

import java.util.Locale;

/** How one takes part. */
public enum Participation {
  ONLINE,
  ON_SITE,
  BLENDED,
  WORK_EXPERIENCE;

  /** The message key of its name for people. */
  public String key() {
    return "badgeclass.participation." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
