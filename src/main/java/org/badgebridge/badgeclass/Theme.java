package org.badgebridge.badgeclass;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a badge is about; drawn as the picture in the badge's upper half. */
public enum Theme {
  COMMUNITY,
  DIGITAL_CITIZENSHIP,
  EMPLOYABILITY,
  GLOBAL_LEADERSHIP,
  INCLUSION;

  /** The message key of its name for people. */
  public String key() {
    return "badgeclass.theme." + slug();
  }

  /** Its name in addresses and message keys. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The theme of that enum name, as forms send it. */
  public static Optional<Theme> named(String name) {
    return Arrays.stream(values()).filter(theme -> theme.name().equals(name)).findFirst();
  }
}
