package org.badgebridge.verification.reading;

import org.badgebridge.verification.verdict.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What was found in something: the text of a badge, or the address of one.
 *
 * @param container what it was in
 * @param text JSON, a compact token, or an address; stripped
 * @param remark what is to be said of how it was there; null if all is well
 */
public record Found(Container container, String text, @Nullable Remark remark) {

  /** What a badge can be in. */
  public enum Container {
    TEXT,
    PNG,
    SVG,
    PDF
  }

  /** Something about the container, as the key of a sentence without the room in front of it. */
  public record Remark(Outcome outcome, String key) {}

  /** What the text is, told by its first letters. */
  public boolean isJson() {
    return text.startsWith("{");
  }

  /** Whether it looks like a compact JWS (RFC 7515 §7.1); one with {@code alg} none ends early. */
  public boolean isToken() {
    return text.matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
  }

  /** Whether it looks like a token with selective disclosure (SD-JWT). */
  public boolean isSelective() {
    return text.matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*~[A-Za-z0-9_.~-]*");
  }

  public boolean isAddress() {
    return text.length() <= 2_000 && text.matches("(?i)https?://\\S+");
  }
}
