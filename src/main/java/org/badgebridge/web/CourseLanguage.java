package org.badgebridge.web;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The language of the course from which somebody opened their backpack, kept in their browser while
 * the backpack is open: an LMS often speaks another one than the browser, and nobody should change
 * language by going from one page to the next.
 */
public final class CourseLanguage {

  private static final String NAME = HostCookie.PREFIX + "-language";

  private CourseLanguage() {}

  /**
   * Keeps it.
   *
   * @param tag as the page in the course sent it; nothing is kept unless pages are offered in it
   */
  public static NewCookie[] keep(@Nullable String tag, Duration lasts) {
    Locale found = offered(tag);
    return found == null
        ? new NewCookie[0]
        : new NewCookie[] {HostCookie.of(NAME, found.toLanguageTag(), lasts)};
  }

  /** What this browser keeps; null if nothing. */
  public static @Nullable String kept(Map<String, Cookie> cookies) {
    Cookie cookie = cookies.get(NAME);
    Locale found = cookie == null ? null : offered(cookie.getValue());
    return found == null ? null : found.toLanguageTag();
  }

  /** Forgets it. */
  public static NewCookie gone() {
    return HostCookie.gone(NAME);
  }

  /** A language that pages are offered in, by its very tag; else null. */
  static @Nullable Locale offered(@Nullable String tag) {
    return Words.LANGUAGES.stream()
        .filter(each -> each.toLanguageTag().equals(tag))
        .findFirst()
        .orElse(null);
  }
}
