package org.badgebridge.demo;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.badgebridge.demo.oidc.Sessions;
import org.badgebridge.demo.oidc.SigningKeys;
import org.badgebridge.demo.school.School;

/**
 * What every part of the running campus shares.
 *
 * @param base the origin of its addresses, without a slash at the end
 * @param storage whether it answers platform storage messages (where its personality can)
 */
public record Site(
    Personality personality,
    URI base,
    Clock clock,
    School school,
    SigningKeys keys,
    Sessions sessions,
    AtomicBoolean storage) {

  /** The {@code iss} of its messages. */
  public String issuer() {
    String shared = personality.sharedIssuer();
    return shared == null ? base.toString() : shared;
  }

  public String url(String path) {
    return base + path;
  }

  public Instant now() {
    return clock.instant();
  }

  /** The audience a client assertion must name. */
  public String tokenAudience() {
    String own = personality.tokenAudience();
    return own == null ? url(personality.tokenPath()) : own;
  }

  /** The frame that answers storage messages, or empty when there is none. */
  public String storageTarget() {
    String target = personality.storageTarget();
    return target == null || !storage.get() ? "" : target;
  }
}
