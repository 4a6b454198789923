package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds platforms and deployments for launches: an image in memory, at most two seconds old, which
 * this node renews at once when it changed them itself. What it gives must not be changed.
 *
 * <p>Pending and disabled ones are found as well: ask {@link Platform#active()}.
 */
@ApplicationScoped
public class PlatformDirectory {

  static final long FRESH_MILLIS = 2_000;

  private final Supplier<PlatformSnapshot.Content> snapshot;
  private final Clock clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Image image;

  @Inject
  PlatformDirectory(PlatformSnapshot snapshot, Clock clock) {
    this(snapshot::read, clock);
  }

  PlatformDirectory(Supplier<PlatformSnapshot.Content> snapshot, Clock clock) {
    this.snapshot = snapshot;
    this.clock = clock;
  }

  private record Image(PlatformSnapshot.Content content, long readAt) {}

  /** The registration of that issuer and client id. */
  public Optional<Platform> find(String issuer, String clientId) {
    for (Platform each : withIssuer(issuer)) {
      if (each.clientId().equals(clientId)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** All registrations of one issuer; several tenants may share it. */
  public List<Platform> withIssuer(String issuer) {
    return content().byIssuer().getOrDefault(issuer, List.of());
  }

  /** A registration by our id. */
  public Optional<Platform> find(UUID id) {
    return Optional.ofNullable(content().platforms().get(id));
  }

  /** A deployment by the platform's id of it. */
  public Optional<Deployment> deployment(UUID platformId, String deploymentId) {
    return Optional.ofNullable(
        content().deployments().getOrDefault(platformId, Map.of()).get(deploymentId));
  }

  /** A deployment by our id of it. */
  public Optional<Deployment> deployment(UUID platformId, UUID id) {
    return deployments(platformId).stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** All deployments of a platform. */
  List<Deployment> deployments(UUID platformId) {
    return List.copyOf(content().deployments().getOrDefault(platformId, Map.of()).values());
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) PlatformsChanged event) {
    image = null;
  }

  private PlatformSnapshot.Content content() {
    Image known = image;
    long now = clock.millis();
    if (known != null && now - known.readAt() < FRESH_MILLIS) {
      return known.content();
    }
    if (known != null && now - known.readAt() < 2 * FRESH_MILLIS && reading.isLocked()) {
      return known.content(); // somebody is reading; nobody waits for them
    }
    reading.lock();
    try {
      Image read = image;
      if (read == null || now - read.readAt() >= FRESH_MILLIS) {
        read = new Image(snapshot.get(), now);
        image = read;
      }
      return read.content();
    } finally {
      reading.unlock();
    }
  }
}
