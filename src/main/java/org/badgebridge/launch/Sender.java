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

  /** Whether it certainly is a page of this origin. */
  boolean is(String origin) {
    return origin.equals(this.origin) && (site == null || site.equals("same-origin"));
  }
}
