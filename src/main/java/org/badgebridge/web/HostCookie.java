package org.badgebridge.web;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * A first-party cookie outside the LMS frame. The {@code __Host-} prefix ties it to this host,
 * https and all paths (RFC 6265bis §4.1.3.2); browsers count loopback addresses as secure. Lax,
 * because whoever comes from an LMS, a mailbox or a login is a visitor from another site.
 */
public final class HostCookie {

  /** Begins the name of each. */
  public static final String PREFIX = "__Host-badgebridge";

  private HostCookie() {}

  /**
   * Puts a value into the browser.
   *
   * @param name begins with {@link #PREFIX}
   */
  public static NewCookie of(String name, String value, Duration lasts) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .secure(true)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .maxAge(Math.toIntExact(lasts.toSeconds()))
        .build();
  }

  /** Takes it out of the browser. */
  public static NewCookie gone(String name) {
    return of(name, "", Duration.ZERO);
  }
}
