package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;

/**
 * Finishes a launch whose browser has no cookies: our page read the binding back from the platform
 * ({@code lti.get_data}) and posts it. Comparing in the page alone would protect nothing.
 */
@ApplicationScoped
public class OpenPendingLaunch {

  private final LaunchSessions sessions;
  private final PublicOrigin publicOrigin;

  @Inject
  OpenPendingLaunch(LaunchSessions sessions, PublicOrigin publicOrigin) {
    this.sessions = sessions;
    this.publicOrigin = publicOrigin;
  }

  /**
   * Opens the session, once.
   *
   * @param sender must be our own page: else a stranger's page could post what the stranger was
   *     given in a login of their own
   */
  LaunchAnswer.Opened open(Form form, Sender sender) {
    UUID id;
    try {
      id = UUID.fromString(form.once().need("launch_id"));
    } catch (IllegalArgumentException e) {
      throw new LaunchRefused(Refusal.PARAMETERS, e);
    }
    String binding = form.need("state");
    if (!sender.is(publicOrigin.origin())) {
      throw new LaunchRefused(Refusal.BROWSER);
    }
    return sessions.open(id, binding).orElseThrow(() -> new LaunchRefused(Refusal.BROWSER));
  }
}
