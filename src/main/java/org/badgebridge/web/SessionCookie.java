package org.badgebridge.web;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Map;
import org.badgebridge.identity.BrowserSession.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What keeps somebody signed in outside the LMS frame. An administrator's cookie is another than a
 * backpack owner's or an advisor's, so that one browser can be all.
 */
public final class SessionCookie {

  /** The administrators' cookie. */
  public static final String ADMINISTRATOR = HostCookie.PREFIX + "-admin";

  /** The backpack owners' cookie. */
  public static final String PERSON = HostCookie.PREFIX;

  /** The advisors' cookie. */
  public static final String ADVISOR = HostCookie.PREFIX + "-advisor";

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
    return HostCookie.of(name(kind), token, lasts);
  }

  /** Takes the token out of the browser. */
  public static NewCookie gone(Kind kind) {
    return HostCookie.gone(name(kind));
  }

  /** The token a request brought, or null. */
  public static @Nullable String token(Map<String, Cookie> cookies, Kind kind) {
    Cookie cookie = cookies.get(name(kind));
    return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
  }
}
