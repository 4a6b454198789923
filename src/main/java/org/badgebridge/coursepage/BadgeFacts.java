package org.badgebridge.coursepage;

import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.web.Markdown;

/**
 * What both faces of the course page show of a badge class.
 *
 * @param criteriaHtml safe HTML
 * @param language of its words, as a tag
 * @param alt what the drawing says, for those who do not see it
 */
public record BadgeFacts(
    UUID id,
    String name,
    String description,
    String criteriaHtml,
    String language,
    String alt,
    String issuer) {

  static BadgeFacts of(BadgeClass badgeClass, String issuer, String type) {
    return new BadgeFacts(
        badgeClass.id(),
        badgeClass.name(),
        badgeClass.description(),
        Markdown.html(badgeClass.criteria()),
        badgeClass.language().toLanguageTag(),
        badgeClass.name() + ", " + type,
        issuer);
  }
}
