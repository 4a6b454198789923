package org.badgebridge.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A token of ours in the header {@code Authorization} (RFC 6750 §2.1). */
public final class Bearer {

  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([\\w-]+)");

  private Bearer() {}

  /**
   * The token, as we make them: letters, digits, {@code -} and {@code _}.
   *
   * @param header the whole header; null if there is none
   */
  public static Optional<String> token(@Nullable String header) {
    Matcher bearer = BEARER.matcher(header == null ? "" : header);
    return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
  }
}
