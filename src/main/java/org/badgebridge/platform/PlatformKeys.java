package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.badgebridge.external.Outbound;

/**
 * The keys that platforms sign their messages with, cached by address: RSA keys of 2048 bits or
 * more, for RS256.
 */
@ApplicationScoped
public class PlatformKeys {

  private final Outbound outbound;
  private final PlatformTroubles troubles;
  private final Clock clock;
  private final ConcurrentMap<String, KeySet> sets = new ConcurrentHashMap<>();

  @Inject
  public PlatformKeys(Outbound outbound, PlatformTroubles troubles, Clock clock) {
    this.outbound = outbound;
    this.troubles = troubles;
    this.clock = clock;
  }

  /**
   * The key of that id. A known one costs no lock and no fetch.
   *
   * @throws UnknownKey if the platform publishes no usable one
   */
  public RSAPublicKey key(Platform platform, String kid) {
    KeySet set = sets.get(platform.keySetUrl());
    RSAPublicKey key = set == null ? null : set.known(kid);
    return key == null ? look(platform, kid) : key;
  }

  private RSAPublicKey look(Platform platform, String kid) {
    KeySet set =
        sets.computeIfAbsent(platform.keySetUrl(), address -> new KeySet(address, outbound, clock));
    RSAPublicKey key = set.look(kid);
    String failure = set.failure();
    if (failure != null) {
      troubles.failed(platform.id(), "keys", failure);
    } else if (key != null) {
      troubles.worked(platform.id(), "keys");
    }
    if (key == null) {
      throw new UnknownKey(
          "platform=" + platform.id() + (failure == null ? " has no such key" : " " + failure));
    }
    return key;
  }
}
