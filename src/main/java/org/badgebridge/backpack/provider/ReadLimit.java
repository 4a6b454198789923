package org.badgebridge.backpack.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.badgebridge.backpack.host.HostConnection;
import org.badgebridge.problem.Throttle;

/** Bounds how often a host reads one backpack. What it has read does not change that fast. */
@ApplicationScoped
class ReadLimit {

  /** For each connection, on each node. */
  static final int A_MINUTE = 60;

  private final Throttle throttle;

  @Inject
  ReadLimit(Clock clock) {
    this.throttle = new Throttle(clock, A_MINUTE, Duration.ofMinutes(1));
  }

  /**
   * Counts a request.
   *
   * @throws ReadRefused from the sixty-first of a minute on, with how long to wait
   */
  void count(HostConnection connection) {
    String key = connection.id().toString();
    if (!throttle.allows(key)) {
      throw new ReadRefused(
          StatusInfo.TOO_MANY,
          "at most " + A_MINUTE + " requests a minute for one backpack; wait as Retry-After says",
          throttle.wait(key));
    }
  }
}
