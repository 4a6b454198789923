package org.badgebridge.badgeclass;

import java.util.Locale;
import java.util.UUID;
import org.badgebridge.badgeclass.content.BadgeContent;

/**
 * One version of a badge class: what its credentials state, for ever.
 *
 * @param number from 1
 */
public record BadgeVersion(UUID badgeClassId, UUID issuerId, int number, BadgeContent content) {

  /** Its path below the public address; the badge class itself is the newest one. */
  public String path() {
    return "/badges/" + badgeClassId + "/versions/" + number;
  }

  /** The language of its texts. */
  public Locale language() {
    return Locale.forLanguageTag(content.language());
  }
}
