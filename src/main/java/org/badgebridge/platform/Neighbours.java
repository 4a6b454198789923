package org.badgebridge.platform;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Addresses of a registration on another site than its issuer: to be looked at before approval. */
final class Neighbours {

  private Neighbours() {}

  /** Those addresses; none if the issuer is no address itself. */
  static List<String> of(Platform platform) {
    URI issuer = Addresses.http(platform.issuer());
    if (issuer == null) {
      return List.of();
    }
    return Stream.of(platform.authLoginUrl(), platform.authTokenUrl(), platform.keySetUrl())
        .filter(address -> !PlatformConfiguration.sameHouse(issuer, URI.create(address)))
        .toList();
  }
}
