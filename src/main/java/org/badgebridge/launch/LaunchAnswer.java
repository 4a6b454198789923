package org.badgebridge.launch;

import java.util.UUID;
import org.badgebridge.platform.Platform;

/** What an accepted launch is answered with. */
sealed interface LaunchAnswer {

  /**
   * The session is open.
   *
   * @param html the page that answers the launch; it carries the bearer
   */
  record Opened(LaunchSession session, String html) implements LaunchAnswer {}

  /** Everything is right but the browser, which has yet to show what the platform keeps. */
  record Pending(UUID launchId, Platform platform, LoginState state) implements LaunchAnswer {}
}
