package org.badgebridge.badgeclass;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What kind of thing a badge recognises; drawn as the badge's border, in shape, colour and word.
 */
public enum BadgeType {
  /** Something done: took part, made, finished. */
  ACHIEVEMENT("Achievement"),
  /** Something the learner has shown to be able to do. */
  COMPETENCY("Competency"),
  /** A route through several badges. */
  PATHWAY("LearningProgram");

  private final String achievementType;

  BadgeType(String achievementType) {
    this.achievementType = achievementType;
  }

  /** The term of the Open Badges 3.0 {@code achievementType} vocabulary. */
  public String achievementType() {
    return achievementType;
  }

  /** The message key of its name for people. */
  public String key() {
    return "badgeclass.type." + slug();
  }

  /** Its name in addresses and message keys. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of that enum name, as forms send it. */
  public static Optional<BadgeType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
