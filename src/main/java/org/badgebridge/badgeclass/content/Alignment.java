package org.badgebridge.badgeclass.content;

import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Something outside that a badge class answers to: a skill of ESCO, an outcome of a national
 * framework, a CASE item. Open Badges 3.0 §B.1.4 {@code Alignment}.
 *
 * @param targetName never empty in a published badge class
 * @param targetUrl an http(s) address that identifies the target; likewise
 * @param targetDescription may be empty
 * @param targetFramework the framework's name; may be empty
 * @param targetCode the target's code in it (CASE: the item's GUID); may be empty
 * @param targetType of the Open Badges vocabulary ({@code CFItem}, {@code ext:…}); may be empty
 */
public record Alignment(
    String targetName,
    String targetUrl,
    String targetDescription,
    String targetFramework,
    String targetCode,
    String targetType) {

  /** Cleans the texts; a missing one is empty. */
  public Alignment(
      @Nullable String targetName,
      @Nullable String targetUrl,
      @Nullable String targetDescription,
      @Nullable String targetFramework,
      @Nullable String targetCode,
      @Nullable String targetType) {
    this.targetName = PlainText.optionalLine(targetName);
    this.targetUrl = PlainText.optionalLine(targetUrl);
    this.targetDescription = PlainText.optionalLine(targetDescription);
    this.targetFramework = PlainText.optionalLine(targetFramework);
    this.targetCode = PlainText.optionalLine(targetCode);
    this.targetType = PlainText.optionalLine(targetType);
  }

  /** Whether it says at what level, and not which skill. */
  public boolean level() {
    return QualificationLevel.is(targetType, targetUrl);
  }

  boolean isBlank() {
    return (targetName + targetUrl + targetDescription + targetFramework + targetCode).isEmpty();
  }
}
