package org.badgebridge.web;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Map;
import org.badgebridge.identity.BrowserSession.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The first-party cookie outside the LMS frame. An administrator's is another than a backpack
 * owner's or an advisor's, so that one browser can be all. The {@code __Host-} prefix ties it to
 * this host, https and all paths (RFC 6265bis §4.1.3.2); browsers count loopback addresses as
 * secure.
 */
public final class SessionCookie {

  /** The administrators' cookie. */
  public static final String ADMINISTRATOR = "__Host-badgebridge-admin";

  /** The backpack owners' cookie. */
  public static final String PERSON = "__Host-badgebridge";

  /** The advisors' cookie. */
  public static final String ADVISOR = "__Host-badgebridge-advisor";

  private SessionCookie() {}

  /** The cookie's name. */
  public static String name(Kind kind) {
    return switch (kind) {
      case PERSON -> PERSON;
      case ADMINISTRATOR -> ADMINISTRATOR;
      case ADVISOR -> ADVISOR;
    };
  }

  /** Puts a session's token into the browser. */
  public static NewCookie of(Kind kind, String token, Duration lasts) {
    return cookie(kind, token, Math.toIntExact(lasts.toSeconds()));
  }

  /** Takes the token out of the browser. */
  public static NewCookie gone(Kind kind) {
    return cookie(kind, "", 0);
  }

  /** The token a request brought, or null. */
  public static @Nullable String token(Map<String, Cookie> cookies, Kind kind) {
    Cookie cookie = cookies.get(name(kind));
    return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
  }

  private static NewCookie cookie(Kind kind, String value, int seconds) {
    return new NewCookie.Builder(name(kind))
        .value(value)
        .path("/")
        .secure(true)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .maxAge(seconds)
        .build();
  }
}
