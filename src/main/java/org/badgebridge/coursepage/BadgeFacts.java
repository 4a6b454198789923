package org.badgebridge.coursepage;

import java.util.Locale;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.Wording;
import org.badgebridge.web.Markdown;

/**
 * What both faces of the course page show of a badge class.
 *
 * @param criteriaHtml safe HTML
 * @param language of its words, as a tag
 * @param alt what the drawing says, for those who do not see it
 * @param editable whether who looks may change it
 */
public record BadgeFacts(
    UUID id,
    String name,
    String description,
    String criteriaHtml,
    String language,
    String alt,
    String issuer,
    boolean editable) {

  static BadgeFacts of(BadgeClass badgeClass, Locale reader, String issuer, String type) {
    BadgeContent content = badgeClass.content();
    Wording wording = content.in(reader);
    return new BadgeFacts(
        badgeClass.id(),
        wording.name(),
        wording.description(),
        Markdown.html(wording.criteria()),
        content.languageFor(reader),
        wording.name() + ", " + type,
        issuer,
        false);
  }

  BadgeFacts editable(boolean may) {
    return new BadgeFacts(id, name, description, criteriaHtml, language, alt, issuer, may);
  }
}
