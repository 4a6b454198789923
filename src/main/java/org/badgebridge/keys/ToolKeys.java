package org.badgebridge.keys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which the tool signs its messages to platforms (RS256), kept in memory and read
 * again now and then, so that a key another node made is published here long before it signs.
 */
@ApplicationScoped
public class ToolKeys {

  private static final Duration FRESH = Duration.ofMinutes(5);

  private final SigningKeys keys;
  private final RotateToolKeys rotation;
  private final Sealer sealer;
  private final Clock clock;
  private final Map<String, RSAKey> opened = new ConcurrentHashMap<>();
  private volatile @Nullable Snapshot snapshot;

  @Inject
  ToolKeys(SigningKeys keys, RotateToolKeys rotation, Sealer sealer, Clock clock) {
    this.keys = keys;
    this.rotation = rotation;
    this.sealer = sealer;
    this.clock = clock;
  }

  private record Snapshot(List<SigningKey> keys, Instant readAt) {}

  void start(@Observes @Priority(10) Startup startup) {
    rotation.run();
  }

  /** The key that signs now, with its private half. */
  public RSAKey signing() {
    Instant now = clock.instant();
    SigningKey found = null;
    for (SigningKey each : current(now)) {
      found = each.signsAt(now) ? each : found;
    }
    if (found == null) {
      throw new IllegalStateException("the tool has no signing key");
    }
    SigningKey key = found;
    return opened.computeIfAbsent(key.kid(), kid -> Rs256.open(key, sealer));
  }

  /** The public keys platforms may meet: of now, of soon, and of a moment ago. */
  public JWKSet published() {
    Instant now = clock.instant();
    return new JWKSet(
        current(now).stream()
            .filter(key -> key.publishedAt(now, RotateToolKeys.KEEP))
            .<JWK>map(Rs256::published)
            .toList());
  }

  /** Every public key the tool ever signed with, the oldest first: for what is verified later. */
  public JWKSet all() {
    return new JWKSet(current(clock.instant()).stream().<JWK>map(Rs256::published).toList());
  }

  private List<SigningKey> current(Instant now) {
    Snapshot known = snapshot;
    if (known == null || known.keys.isEmpty() || now.isAfter(known.readAt.plus(FRESH))) {
      known = new Snapshot(List.copyOf(keys.ofTool()), now);
      snapshot = known;
    }
    return known.keys;
  }
}
