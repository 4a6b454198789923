package org.badgebridge.web;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where somebody wanted to go when we sent them to a door first: an address of our own, kept in
 * their browser for a while.
 */
public final class ComeBack {

  private static final String NAME = HostCookie.PREFIX + "-back";
  private static final String USUAL = "/backpack";
  private static final Pattern PATH = Pattern.compile("/[^/].*");
  private static final Duration LASTS = Duration.ofMinutes(30);

  private ComeBack() {}

  /**
   * Remembers it.
   *
   * @param address path and query, short enough for a cookie
   */
  public static NewCookie to(String address) {
    return HostCookie.of(
        NAME,
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(address.getBytes(StandardCharsets.UTF_8)),
        LASTS);
  }

  /** Where to go now: what this browser remembers, else the backpack. */
  public static URI address(Map<String, Cookie> cookies) {
    Cookie cookie = cookies.get(NAME);
    return read(cookie == null ? "" : cookie.getValue());
  }

  /** What the cookie says: an address of ours, or the usual one if it is none. */
  static URI read(String value) {
    try {
      URI kept = new URI(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
      boolean ours = kept.getScheme() == null && kept.getRawAuthority() == null;
      return ours && PATH.matcher(kept.toString()).matches() ? kept : URI.create(USUAL);
    } catch (URISyntaxException | IllegalArgumentException e) {
      return URI.create(USUAL); // nothing that we wrote
    }
  }

  /** Forgets it; nothing if nothing is remembered. */
  public static NewCookie[] gone(Map<String, Cookie> cookies) {
    return cookies.containsKey(NAME) ? new NewCookie[] {HostCookie.gone(NAME)} : new NewCookie[0];
  }
}
