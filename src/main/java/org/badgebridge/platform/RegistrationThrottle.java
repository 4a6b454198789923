package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.badgebridge.problem.Throttle;
import org.badgebridge.web.ClientAddress;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how often anybody may try to register: whoever holds a good invitation by that invitation,
 * so that nobody else can use its tries up; everybody else by address.
 */
@ApplicationScoped
class RegistrationThrottle {

  static final int TRIES = 30;
  static final Duration WINDOW = Duration.ofMinutes(1);

  private final ClientAddress address;
  private final Throttle throttle;

  @Inject
  RegistrationThrottle(ClientAddress address, Clock clock) {
    this.address = address;
    this.throttle = new Throttle(clock, TRIES, WINDOW);
  }

  /**
   * Whether one more try is allowed now.
   *
   * @param invitation null unless the request brought a good one
   */
  boolean allows(@Nullable Invitation invitation, HttpServletRequest request) {
    return throttle.allows(
        invitation == null ? address.of(request) : "invitation " + invitation.id());
  }
}
