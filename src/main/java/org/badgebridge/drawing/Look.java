package org.badgebridge.drawing;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the drawing of one badge depends on.
 *
 * @param name any text; what would hide or turn around other text is left out
 * @param language of the name and of the type's word
 * @param artwork a picture instead of the theme's, or null
 */
public record Look(
    BadgeType type, Theme theme, String name, Locale language, @Nullable UUID artwork) {

  /** The badge with the theme's own picture. */
  public Look(BadgeType type, Theme theme, String name, Locale language) {
    this(type, theme, name, language, null);
  }

  /** The picture of one's own that it shows: the badge's, else the theme's, else null. */
  @Nullable UUID picture() {
    return artwork != null ? artwork : theme.artwork();
  }
}
