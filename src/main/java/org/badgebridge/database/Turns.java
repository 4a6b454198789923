package org.badgebridge.database;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one deed count for everybody who asked for it before it began. */
final class Turns {

  private final AtomicLong asked = new AtomicLong();
  private final ReentrantLock doing = new ReentrantLock();
  private volatile long done;

  /** A deed that may fail. */
  interface Deed {
    void run() throws SQLException;
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
        long all = asked.get();
        deed.run();
        done = all;
      }
    } finally {
      doing.unlock();
    }
  }

  /** How many wait for their turn, about. */
  int waiting() {
    return doing.getQueueLength();
  }
}
