package org.badgebridge.staff;

import java.util.Arrays;
import java.util.Optional;

/** How far down a place lies; rights at a level hold for all levels below. */
public enum Level {
  INSTITUTION("institution"),
  ISSUER_GROUP("group"),
  ISSUER("issuer"),
  BADGE_CLASS("badge");

  private final String slug;

  Level(String slug) {
    this.slug = slug;
  }

  /** Its name in addresses and message keys. */
  public String slug() {
    return slug;
  }

  /** The level of that slug. */
  public static Optional<Level> of(String slug) {
    return Arrays.stream(values()).filter(each -> each.slug.equals(slug)).findFirst();
  }
}
