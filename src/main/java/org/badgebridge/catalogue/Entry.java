package org.badgebridge.catalogue;

import java.util.List;
import java.util.UUID;

/**
 * A badge class as the catalogue shows it, in the reader's language where it is translated.
 *
 * @param language of name and description
 * @param alt what the drawing says, for those who do not see it
 * @param type its type, for people; likewise theme
 */
public record Entry(
    UUID id,
    String name,
    String description,
    String language,
    String issuer,
    UUID issuerId,
    String type,
    String theme,
    List<String> skills,
    String alt) {

  /** The path of its page. */
  public String path() {
    return "/badges/" + id;
  }
}
