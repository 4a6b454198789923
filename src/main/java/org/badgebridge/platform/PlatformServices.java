package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.badgebridge.external.ExternalRefusal;

/** Calls the LTI services of platforms, with the access token they want. */
@ApplicationScoped
public class PlatformServices {

  /**
   * Makes one call. Never within a transaction.
   *
   * @throws ExternalRefusal if the platform refuses, or the address is not the platform's
   * @throws org.badgebridge.external.ExternalUnavailable if it may work later
   */
  public ServiceAnswer call(UUID platformId, ServiceCall call) {
    throw new ExternalRefusal(platformId + " " + call.uri(), 0);
  }
}
