package org.badgebridge.launch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Single values of claims, made safe to keep and to show. */
final class ClaimText {

  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_VALUE = 4_000;
  private static final Pattern VARIABLE = Pattern.compile("\\$[A-Z][A-Za-z0-9_.]*");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]");

  private ClaimText() {}

  /** Whether there is no control character and no lone surrogate, which databases refuse. */
  static boolean printable(String text) {
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE) {
        return false;
      }
      i += Character.charCount(point);
    }
    return true;
  }

  /** One line of at most that length, or null if nothing is left. */
  static @Nullable String line(@Nullable String text, int length) {
    if (text == null) {
      return null;
    }
    StringBuilder line = new StringBuilder(Math.min(text.length(), length));
    text.codePoints()
        .map(point -> Character.isISOControl(point) ? ' ' : point)
        .filter(point -> Character.getType(point) != Character.SURROGATE)
        .limit(length)
        .forEach(point -> append(line, point, length));
    String clean = line.toString().strip();
    return clean.isEmpty() ? null : clean;
  }

  private static void append(StringBuilder line, int point, int length) {
    if (line.length() + Character.charCount(point) <= length) {
      line.appendCodePoint(point);
    }
  }

  /** A number, boolean or text as text; null for anything else. */
  static @Nullable String scalar(@Nullable Object value) {
    boolean scalar = value instanceof String || value instanceof Number || value instanceof Boolean;
    return scalar ? line(String.valueOf(value), LONGEST_VALUE) : null;
  }

  /** Whether this is a custom variable that the platform did not replace. */
  static boolean unresolved(String value) {
    return VARIABLE.matcher(value).matches();
  }

  /** A web address as it was sent, or null if it is none. */
  static @Nullable String url(@Nullable String value) {
    return value != null && value.length() <= LONGEST_URL && origin(value) != null ? value : null;
  }

  /** The origin of a web address, fit for a header; null if it is none. */
  static @Nullable String origin(String url) {
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      String host = uri.getHost();
      boolean web = scheme.equals("https") || scheme.equals("http");
      if (!web || host == null || !HOST.matcher(host).matches() || uri.getRawUserInfo() != null) {
        return null;
      }
      int usual = scheme.equals("https") ? 443 : 80;
      boolean shown = uri.getPort() >= 0 && uri.getPort() != usual;
      return scheme + "://" + host.toLowerCase(Locale.ROOT) + (shown ? ":" + uri.getPort() : "");
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** A language tag in the standard's spelling: {@code pt_br} is {@code pt-BR}; null if none. */
  static @Nullable String languageTag(@Nullable String sent) {
    if (sent == null || sent.isBlank()) {
      return null;
    }
    String tag = Locale.forLanguageTag(sent.strip().replace('_', '-')).toLanguageTag();
    return tag.equals("und") ? null : tag;
  }
}
