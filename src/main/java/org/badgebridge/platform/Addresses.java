package org.badgebridge.platform;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What two addresses have in common: their origin (RFC 6454) and host. */
final class Addresses {

  private Addresses() {}

  /** Scheme, host and, if not the scheme's own, port; all in lower case. */
  static String origin(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int own = "https".equals(scheme) ? 443 : 80;
    return scheme
        + "://"
        + uri.getHost().toLowerCase(Locale.ROOT)
        + (uri.getPort() < 0 || uri.getPort() == own ? "" : ":" + uri.getPort());
  }

  /** The origin if the text is an http address, else null. */
  static @Nullable String originOrNull(@Nullable String text) {
    URI uri = http(text);
    return uri == null ? null : origin(uri);
  }

  /** The text as an http or https address with a host, or null. */
  static @Nullable URI http(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      URI uri = URI.create(text);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? uri : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Host and port as one word: {@code lms.example.org}, {@code localhost:8090}. */
  static String host(URI uri) {
    return origin(uri).substring(origin(uri).indexOf("://") + 3);
  }
}
