package org.badgebridge.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Deeds of real threads that begin at the same moment. */
public final class Race {

  private Race() {}

  /** The same deed of so many threads; gives what came of each. */
  public static <T> List<T> of(int threads, Callable<T> deed)
      throws InterruptedException, ExecutionException {
    return of(Collections.nCopies(threads, deed));
  }

  /** One thread for each deed; gives what came of them, in their order. */
  public static <T> List<T> of(List<Callable<T>> deeds)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(deeds.size());
    try {
      CountDownLatch ready = new CountDownLatch(deeds.size());
      List<Future<T>> racers = new ArrayList<>();
      for (Callable<T> deed : deeds) {
        racers.add(
            pool.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return deed.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> racer : racers) {
        results.add(racer.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
