package org.badgebridge.badgeclass.content;

import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The three texts of a badge class in one language.
 *
 * @param name plain text, what the badge is called
 * @param description plain text, what the badge says of its holder
 * @param criteria Markdown, what has to be done
 */
public record Wording(String name, String description, String criteria) {

  /** Cleans the texts; a missing one is empty. */
  public Wording(@Nullable String name, @Nullable String description, @Nullable String criteria) {
    this.name = PlainText.line(name == null ? "" : name);
    this.description = PlainText.paragraphs(description == null ? "" : description);
    this.criteria = PlainText.paragraphs(criteria == null ? "" : criteria);
  }

  boolean isBlank() {
    return name.isEmpty() && description.isEmpty() && criteria.isEmpty();
  }
}
