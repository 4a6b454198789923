package org.badgebridge.delivery;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names by which a message is known when it comes back. */
final class Bounce {

  private static final Pattern RETURN = Pattern.compile("bounce\\+([0-9a-f]{32})@");
  private static final Pattern NAME = Pattern.compile("<([0-9a-f]{32})@");

  private Bounce() {}

  /** The token of a message. */
  static String token(UUID mail) {
    return mail.toString().replace("-", "");
  }

  /** A return address of its own (VERP). */
  static String address(String token, String domain) {
    return "bounce+" + token + "@" + domain;
  }

  /** Its name for ever: {@code Message-ID}. */
  static String messageId(UUID mail, String host) {
    return "<" + token(mail) + "@" + host + ">";
  }

  /** The message whose return address this is. */
  static Optional<UUID> byAddress(@Nullable String address) {
    return found(RETURN, address);
  }

  /** The message of this name. */
  static Optional<UUID> byMessageId(@Nullable String messageId) {
    return found(NAME, messageId);
  }

  private static Optional<UUID> found(Pattern pattern, @Nullable String text) {
    Matcher match = pattern.matcher(text == null ? "" : text.toLowerCase(Locale.ROOT));
    return match.find() ? Optional.of(id(match.group(1))) : Optional.empty();
  }

  private static UUID id(String token) {
    return new UUID(
        Long.parseUnsignedLong(token.substring(0, 16), 16),
        Long.parseUnsignedLong(token.substring(16), 16));
  }
}
