package org.badgebridge.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one deed count for everybody who asked for it before it began. While several are about to
 * ask, whoever begins gives them a moment to come along, as PostgreSQL does with {@code
 * commit_delay} and {@code commit_siblings}; who is alone does not wait.
 */
final class Turns {

  /** From so many on, others are worth waiting for. */
  static final int COMPANY = 4;

  private static final long STEP = Duration.ofNanos(250_000).toNanos();
  private static final int STEPS = 12;

  private final AtomicLong coming = new AtomicLong();
  private final AtomicLong asked = new AtomicLong();
  private final ReentrantLock doing = new ReentrantLock();
  private volatile long done;

  /** A deed that may fail. */
  interface Deed {
    void run() throws SQLException;
  }

  /** Tells that somebody may soon ask; {@link #away} when they have, or will not. */
  void near() {
    coming.incrementAndGet();
  }

  /** Takes a {@link #near} back. */
  void away() {
    coming.decrementAndGet();
  }

  /**
   * Returns when the deed was done by somebody, begun after this call.
   *
   * @throws SQLException if this caller did it, and it failed; others try for themselves
   */
  void take(Deed deed) throws SQLException {
    long mine = asked.incrementAndGet();
    doing.lock();
    try {
      if (done < mine) {
        awaitOthers();
        long all = asked.get();
        deed.run();
        done = all;
      }
    } finally {
      doing.unlock();
    }
  }

  private void awaitOthers() {
    for (int i = 0; i < STEPS && coming.get() - (asked.get() - done) >= COMPANY; i++) {
      LockSupport.parkNanos(STEP);
    }
  }

  /** How many wait for their turn, about. */
  int waiting() {
    return doing.getQueueLength();
  }
}
