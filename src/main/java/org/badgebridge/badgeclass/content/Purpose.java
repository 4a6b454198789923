package org.badgebridge.badgeclass.content;

import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Why one should want it; Markdown, each may be empty.
 *
 * @param journey where it fits in the learner's whole journey
 * @param addedValue what its holder gains
 */
public record Purpose(String journey, String addedValue) {

  /** Nothing said. */
  public static final Purpose NOTHING = new Purpose(null, null);

  /** Cleans the texts; a missing one is empty. */
  public Purpose(@Nullable String journey, @Nullable String addedValue) {
    this.journey = journey == null ? "" : PlainText.paragraphs(journey);
    this.addedValue = addedValue == null ? "" : PlainText.paragraphs(addedValue);
  }
}
