package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.platform.PlatformDirectory;

/**
 * Finishes a launch whose browser has no cookies: our page read the binding back from the platform
 * ({@code lti.get_data}) and posts it. Comparing in the page alone would protect nothing.
 */
@ApplicationScoped
public class OpenPendingLaunch {

  private final OpenLaunch openLaunch;
  private final LaunchSessions sessions;
  private final PlatformDirectory platforms;
  private final PublicOrigin publicOrigin;

  @Inject
  OpenPendingLaunch(
      OpenLaunch openLaunch,
      LaunchSessions sessions,
      PlatformDirectory platforms,
      PublicOrigin publicOrigin) {
    this.openLaunch = openLaunch;
    this.sessions = sessions;
    this.platforms = platforms;
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
    return (sender.is(publicOrigin.origin())
            ? openLaunch.open(id, binding)
            : Optional.<LaunchAnswer.Opened>empty())
        .orElseThrow(() -> refused(id));
  }

  /** Names the platform if there was such a launch, so that its frame may show the page. */
  private LaunchRefused refused(UUID launch) {
    LaunchRefused refused = new LaunchRefused(Refusal.BROWSER);
    return sessions.platformOf(launch).flatMap(platforms::find).map(refused::by).orElse(refused);
  }
}
