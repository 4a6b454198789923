package org.badgebridge.verification.status;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.badgebridge.keys.Digests;

/**
 * Lists whose signature was verified within the last minute, by the digest of every letter: one
 * list serves thousands of badges, and working out its signature takes as long as that of a badge.
 */
final class RecentLists {

  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int KEPT = 200;

  private final Map<String, Instant> verified =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > KEPT;
        }
      };

  synchronized boolean knows(String list, Instant now) {
    Instant when = verified.get(Digests.sha256(list));
    return when != null && when.plus(FRESH).isAfter(now);
  }

  synchronized void keep(String list, Instant now) {
    verified.put(Digests.sha256(list), now);
  }
}
