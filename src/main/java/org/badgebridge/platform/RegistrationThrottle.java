package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds how often one address may try to register: counted in fixed windows, on this node, for a
 * bounded number of addresses.
 */
@ApplicationScoped
class RegistrationThrottle {

  static final int TRIES = 30;
  static final Duration WINDOW = Duration.ofMinutes(1);

  private static final int KEYS = 10_000;

  private final Clock clock;

  private final Map<String, Count> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > KEYS;
        }
      };

  @Inject
  RegistrationThrottle(Clock clock) {
    this.clock = clock;
  }

  private record Count(long from, int tries) {}

  /** Whether one more try is allowed now. */
  synchronized boolean allows(String key) {
    long now = clock.millis();
    Count known = counts.get(key);
    Count next =
        known == null || now - known.from >= WINDOW.toMillis()
            ? new Count(now, 1)
            : new Count(known.from, known.tries + 1);
    counts.put(key, next);
    return next.tries <= TRIES;
  }
}
