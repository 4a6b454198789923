package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.external.Outbound;
import org.jspecify.annotations.Nullable;

/**
 * Keys that others than platforms publish, cached by address under the same rules: RSA keys of 2048
 * bits or more, for RS256.
 */
@ApplicationScoped
public class PublishedKeys {

  private final Outbound outbound;
  private final Clock clock;
  private final ConcurrentMap<String, KeySet> sets = new ConcurrentHashMap<>();

  @Inject
  public PublishedKeys(Outbound outbound, Clock clock) {
    this.outbound = outbound;
    this.clock = clock;
  }

  /**
   * The key of that id. A known one costs no lock and no fetch; call it outside transactions.
   *
   * @param address of the key set (RFC 7517 §5); one that an administrator gave, never a sender
   * @throws UnknownKey if there is no usable one of that id
   * @throws ExternalUnavailable if the address does not answer, so that nobody can tell
   */
  public RSAPublicKey key(String address, String kid) {
    KeySet set = set(address);
    RSAPublicKey known = set.known(kid);
    RSAPublicKey key = known == null ? set.look(kid) : known;
    if (key == null) {
      String failure = set.failure();
      if (failure != null) {
        throw new ExternalUnavailable(failure, null, null);
      }
      throw new UnknownKey(address + " has no such key");
    }
    return key;
  }

  /** Why the keys at an address cannot be read now; null if they can. */
  public @Nullable String failure(String address) {
    try {
      KeySet set = set(address);
      set.look("");
      return set.failure();
    } catch (UnknownKey e) {
      return e.getMessage();
    }
  }

  private KeySet set(String address) {
    return sets.computeIfAbsent(address, at -> new KeySet(at, outbound, clock));
  }
}
