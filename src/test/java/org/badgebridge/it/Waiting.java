package org.badgebridge.it;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Polls for what another process will do in its own time. */
final class Waiting {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Waiting() {}

  /** Returns as soon as the condition holds; fails when it does not within three minutes. */
  static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never came true: " + what);
      }
      TimeUnit.MILLISECONDS.sleep(150);
    }
  }
}
