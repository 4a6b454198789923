package org.badgebridge.it;

import java.net.URI;
import java.util.Locale;

/**
 * What a browser keeps of the tool's cookies while the tool is framed by the campus (another site):
 * the four cases of a world without third-party cookies.
 */
enum CookieRule {
  /** Third-party cookies as they used to be. */
  ALLOWED(0, false),
  /** Only {@code Partitioned} ones (CHIPS): today's default. */
  PARTITIONED(1, false),
  /** None in a frame; the platform keeps the state ({@code lti_storage_target}). */
  PLATFORM_STORAGE(1, true),
  /** None in a frame, and no help from the platform: the launch moves to a tab. */
  NONE(1, true);

  private final int controlsMode;
  private final boolean blocked;

  CookieRule(int controlsMode, boolean blocked) {
    this.controlsMode = controlsMode;
    this.blocked = blocked;
  }

  /** Chromium's preferences for this rule, as JSON. */
  String preferences(URI tool, URI campus) {
    String exceptions =
        blocked ? "\"%s,%s\":{\"setting\":2}".formatted(pattern(tool), pattern(campus)) : "";
    return """
        {"profile":{"cookie_controls_mode":%d,"block_third_party_cookies":%b,
         "content_settings":{"exceptions":{"cookies":{%s}}}},
         "intl":{"accept_languages":"en-US,en"}}
        """
        .formatted(controlsMode, controlsMode == 1, exceptions);
  }

  private static String pattern(URI origin) {
    return String.format(
        Locale.ROOT, "%s://%s:%d", origin.getScheme(), origin.getHost(), origin.getPort());
  }
}
