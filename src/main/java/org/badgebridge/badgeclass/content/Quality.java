package org.badgebridge.badgeclass.content;

import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Who or what assures the quality; all may be empty.
 *
 * @param name of the framework or body
 * @param url an http(s) address
 * @param description plain text
 */
public record Quality(String name, String url, String description) {

  /** Nothing said. */
  public static final Quality NOTHING = new Quality(null, null, null);

  /** Cleans the texts; a missing one is empty. */
  public Quality(@Nullable String name, @Nullable String url, @Nullable String description) {
    this.name = PlainText.optionalLine(name);
    this.url = PlainText.optionalLine(url);
    this.description = description == null ? "" : PlainText.paragraphs(description);
  }
}
