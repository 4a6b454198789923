package org.badgebridge.drawing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two things that a grammar is made of. */
public enum Kind {
  /** Drawn as the border. */
  TYPE,
  /** Drawn as the picture. */
  THEME;

  /** The kind of that slug. */
  static Optional<Kind> of(String slug) {
    return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
  }

  /** Its name in addresses: {@code types}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT) + "s";
  }
}
