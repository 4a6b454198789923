package org.badgebridge.login;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import java.util.regex.Pattern;
import org.badgebridge.keys.Tokens;
import org.badgebridge.web.HostCookie;

/** What ties a login to the browser that began it. It opens nothing by itself. */
public final class LoginCookie {

  private static final String NAME = HostCookie.PREFIX + "-login";
  private static final Pattern OURS = Pattern.compile("[\\w-]{43}");

  private LoginCookie() {}

  /** What this browser holds; empty if nothing of ours. */
  public static String value(Map<String, Cookie> cookies) {
    Cookie cookie = cookies.get(NAME);
    return cookie == null || !OURS.matcher(cookie.getValue()).matches() ? "" : cookie.getValue();
  }

  /** What this browser holds, or something new for it; logins side by side share it. */
  public static String valueOrNew(Map<String, Cookie> cookies) {
    String held = value(cookies);
    return held.isEmpty() ? Tokens.random() : held;
  }

  /** Puts it into the browser. */
  public static NewCookie of(String value) {
    return HostCookie.of(NAME, value, BeginLogin.LASTS);
  }
}
