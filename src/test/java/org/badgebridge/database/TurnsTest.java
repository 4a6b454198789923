package org.badgebridge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final Turns turns = new Turns();
  private final AtomicInteger deeds = new AtomicInteger();

  @Test
  void countsOneDeedForAllWhoWaitedForIt() throws Exception {
    assertThat(whileADeedIsDone(8, deeds::incrementAndGet)).isZero();
    // the one that was done while they asked began before, so it does not count for them
    assertThat(deeds).hasValue(1);
  }

  @Test
  void letsThoseTryForThemselvesWhoWaitedForADeedThatFailed() throws Exception {
    int failures =
        whileADeedIsDone(
            4,
            () -> {
              if (deeds.incrementAndGet() == 1) {
                throw new SQLException("the disk is full");
              }
            });
    assertThat(failures).isOne();
    assertThat(deeds.get()).isGreaterThanOrEqualTo(2);
  }

  /** Lets so many ask while another deed is being done; how many of theirs failed. */
  private int whileADeedIsDone(int asking, Turns.Deed deed) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger failures = new AtomicInteger();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<?>> all = new ArrayList<>();
      all.add(
          threads.submit(
              () -> {
                turns.take(
                    () -> {
                      begun.countDown();
                      await(goOn);
                    });
                return null;
              }));
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < asking; i++) {
        all.add(
            threads.submit(
                () -> {
                  try {
                    turns.take(deed);
                  } catch (SQLException e) {
                    failures.incrementAndGet();
                  }
                  return null;
                }));
      }
      while (turns.waiting() < asking) {
        Thread.onSpinWait();
      }
      goOn.countDown();
      for (Future<?> each : all) {
        each.get(10, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    return failures.get();
  }

  @Test
  void doesTheDeedForEachWhoComesAlone() throws Exception {
    take();
    take();
    assertThat(deeds).hasValue(2);
  }

  @Test
  void waitsForCompanyForAMomentOnly() throws Exception {
    for (int i = 0; i < 20; i++) {
      turns.near(); // and never asks
    }
    take();
    assertThat(deeds).hasValue(1);
  }

  @Test
  void tellsWhoeverDidItThatItFailedAndNobodyThatItWorked() throws Exception {
    assertThatThrownBy(
            () ->
                turns.take(
                    () -> {
                      throw new SQLException("the disk is full");
                    }))
        .isInstanceOf(SQLException.class);
    take();
    assertThat(deeds).hasValue(1);
  }

  private Void take() throws SQLException {
    turns.take(deeds::incrementAndGet);
    return null;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
