package org.badgebridge.delivery;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mail server as a setting names it: {@code smtps://user:password@mail.example.org:465}.
 *
 * @param scheme {@code smtp}, {@code smtps}, {@code imap} or {@code imaps}
 * @param port -1 for the scheme's own
 * @param folder what stands behind the host; empty for none
 */
record ServerAddress(
    String scheme,
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    String folder) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none of these schemes; the message holds no secret
   */
  static ServerAddress of(String text, List<String> schemes) {
    URI uri;
    try {
      uri = URI.create(text.strip());
    } catch (IllegalArgumentException e) {
      // the cause would repeat the password
      throw new IllegalArgumentException("not an address; percent-encode what is special");
    }
    String scheme = String.valueOf(uri.getScheme());
    if (!schemes.contains(scheme) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "must look like " + schemes.get(1) + "://user:password@mail.example.org");
    }
    String login = uri.getRawUserInfo();
    int colon = login == null ? -1 : login.indexOf(':');
    String path = uri.getPath() == null ? "" : uri.getPath();
    return new ServerAddress(
        scheme,
        uri.getHost(),
        uri.getPort(),
        login == null ? null : decoded(colon < 0 ? login : login.substring(0, colon)),
        login == null || colon < 0 ? null : decoded(login.substring(colon + 1)),
        path.startsWith("/") ? path.substring(1) : path);
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Whether nobody else can listen. */
  boolean loopback() {
    return LOOPBACK.contains(host);
  }

  @Override
  public String toString() {
    return scheme + "://" + host; // never the password
  }
}
