package org.badgebridge.external;

import jakarta.enterprise.context.ApplicationScoped;

/** Sends requests to other systems. */
@ApplicationScoped
public class Outbound {

  /** Sends one. */
  public Answer send(Call call) {
    throw new ExternalUnavailable(call.uri().toString(), null, null);
  }
}
