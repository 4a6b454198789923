package org.badgebridge.launch;

import java.util.List;
import org.badgebridge.platform.Platform;

/** What a login is answered with, by the cookie rule of the browser. */
sealed interface LoginAnswer {

  /** Cookies work, or nothing says that they do not: on to the platform at once. */
  record Redirect(String location, List<String> cookies) implements LoginAnswer {}

  /** Perhaps no cookies, but the platform keeps data for us: put the binding there, then go on. */
  record KeepInPlatform(Platform platform, LoginState state, String location, List<String> cookies)
      implements LoginAnswer {}

  /** First time in this frame: set a cookie and come back to see whether it was kept. */
  record AskForCookies(String location) implements LoginAnswer {}

  /** No cookies and no storage: begin again in a tab of our own, before the hints are spent. */
  record OpenTab(Platform platform, String location) implements LoginAnswer {}
}
