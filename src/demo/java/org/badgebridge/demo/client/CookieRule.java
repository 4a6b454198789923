package org.badgebridge.demo.client;

import java.util.Locale;

/** Which cookies of a foreign site in a frame the browser keeps. */
public enum CookieRule {
  ALL,
  PARTITIONED_ONLY,
  NONE;

  boolean keeps(String setCookie) {
    return switch (this) {
      case ALL -> true;
      case PARTITIONED_ONLY -> setCookie.toLowerCase(Locale.ROOT).contains("; partitioned");
      case NONE -> false;
    };
  }
}
