package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.ErrorObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.badgebridge.problem.Throttle;
import org.badgebridge.web.ClientAddress;

/** Bounds how often one sender may try to register a host. */
@ApplicationScoped
class RegistrationTries {

  /** For each sender, on each node. */
  static final int AN_HOUR = 60;

  private final ClientAddress address;
  private final Throttle throttle;

  @Inject
  RegistrationTries(ClientAddress address, Clock clock) {
    this.address = address;
    this.throttle = new Throttle(clock, AN_HOUR, Duration.ofHours(1));
  }

  /**
   * Counts a try.
   *
   * @throws HostRefused from the sixty-first of an hour on
   */
  void count(HttpServletRequest request) {
    if (!throttle.allows(address.of(request))) {
      throw new HostRefused(
          new ErrorObject("slow_down", null, 429), "too many tries from there; wait an hour");
    }
  }
}
