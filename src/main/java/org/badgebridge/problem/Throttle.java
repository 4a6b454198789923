package org.badgebridge.problem;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds how often something may be done for one key: counted in fixed windows, on this node, for a
 * bounded number of keys. Safe for use by several threads.
 */
public final class Throttle {

  private static final int KEYS = 10_000;

  private final Clock clock;
  private final int tries;
  private final Duration window;

  private final Map<String, Count> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > KEYS;
        }
      };

  /** So many tries for each key in each window. */
  public Throttle(Clock clock, int tries, Duration window) {
    this.clock = clock;
    this.tries = tries;
    this.window = window;
  }

  private record Count(long from, int tries) {}

  /** How long until the present window of a key ends; zero for one that was not counted. */
  public synchronized Duration wait(String key) {
    Count known = counts.get(key);
    long left = known == null ? 0 : known.from + window.toMillis() - clock.millis();
    return Duration.ofMillis(Math.max(0, left));
  }

  /** Counts a try, and tells whether it is within the bound. */
  public synchronized boolean allows(String key) {
    long now = clock.millis();
    Count known = counts.get(key);
    Count next =
        known == null || now - known.from >= window.toMillis()
            ? new Count(now, 1)
            : new Count(known.from, known.tries + 1);
    counts.put(key, next);
    return next.tries <= tries;
  }
}
