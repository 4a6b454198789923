package org.badgebridge.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one deed count for everybody who asked for it before it began. Whoever asks first does it;
 * the others sleep until it is done and wake all together, rather than one behind the other. While
 * several are about to ask, whoever begins gives them a moment to come along, as PostgreSQL does
 * with {@code commit_delay} and {@code commit_siblings}; who is alone does not wait.
 */
final class Turns {

  /** From so many on, others are worth waiting for. */
  static final int COMPANY = 4;

  private static final long STEP = Duration.ofNanos(250_000).toNanos();
  private static final int STEPS = 12;

  private final AtomicLong coming = new AtomicLong();
  private final ReentrantLock doing = new ReentrantLock();
  private final Object gathering = new Object();
  private @Nullable Turn next;

  /** A deed that may fail. */
  interface Deed {
    void run() throws SQLException;
  }

  /** Those for whom one deed counts. */
  private static final class Turn {

    /** Whether the deed was done. */
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();

    private final AtomicInteger size = new AtomicInteger();
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
    boolean done = false;
    while (!done) {
      Turn mine = new Turn();
      Turn turn = join(mine);
      if (turn == mine) {
        lead(turn, deed);
        done = true;
      } else {
        done = turn.done.join();
      }
    }
  }

  /** The turn that gathers now; this one if none does. */
  private Turn join(Turn fresh) {
    synchronized (gathering) {
      Turn turn = next == null ? fresh : next;
      turn.size.incrementAndGet();
      next = turn;
      return turn;
    }
  }

  /** Who comes from now on comes too late for this one. */
  private void close(Turn turn) {
    synchronized (gathering) {
      if (next == turn) {
        next = null;
      }
    }
  }

  private void lead(Turn turn, Deed deed) throws SQLException {
    boolean worked = false;
    doing.lock();
    try {
      awaitOthers(turn);
      close(turn);
      deed.run();
      worked = true;
    } finally {
      close(turn);
      doing.unlock();
      turn.done.complete(worked);
    }
  }

  private void awaitOthers(Turn turn) {
    for (int i = 0; i < STEPS && coming.get() - turn.size.get() >= COMPANY; i++) {
      LockSupport.parkNanos(STEP);
    }
  }

  /** How many wait for a turn that has not begun. */
  int waiting() {
    synchronized (gathering) {
      Turn turn = next;
      return turn == null ? 0 : turn.size.get();
    }
  }
}
