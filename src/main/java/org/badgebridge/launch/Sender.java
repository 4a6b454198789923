package org.badgebridge.launch;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which page sent a request, as the browser says (RFC 6454 §7, Fetch Metadata).
 *
 * @param origin {@code Origin}
 * @param site {@code Sec-Fetch-Site}
 */
record Sender(@Nullable String origin, @Nullable String site) {

  static Sender of(HttpServletRequest request) {
    return new Sender(request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"));
  }

  /**
   * Whether it certainly is a page of this origin. {@code Origin} counts only for browsers without
   * Fetch Metadata, because our referrer policy makes it {@code null} in the others.
   */
  boolean is(String origin) {
    return site == null ? origin.equals(this.origin) : site.equals("same-origin");
  }
}
