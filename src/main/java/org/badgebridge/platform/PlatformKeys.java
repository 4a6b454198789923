package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.interfaces.RSAPublicKey;

/** The keys that platforms sign their messages with. */
@ApplicationScoped
public class PlatformKeys {

  /**
   * The key of that id.
   *
   * @throws UnknownKey if the platform publishes no usable one
   */
  public RSAPublicKey key(Platform platform, String kid) {
    throw new UnknownKey(platform.keySetUrl() + " " + kid);
  }
}
