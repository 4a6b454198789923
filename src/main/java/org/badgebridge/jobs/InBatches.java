package org.badgebridge.jobs;

import static java.lang.System.Logger.Level.ERROR;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Work on all that is due, some at a time. */
public final class InBatches {

  private static final System.Logger LOG = System.getLogger(InBatches.class.getName());

  private InBatches() {}

  /**
   * Does something about each, until none is due that was not tried. One that fails is left for the
   * next time, and stops none of the others.
   *
   * @param due some of those that are due; what was done is not among them any more
   * @param what is done, for the log: {@code purging a request}
   */
  public static <T> void each(Supplier<List<T>> due, String what, Consumer<T> deed) {
    Set<T> tried = new HashSet<>();
    List<T> batch = due.get();
    while (!tried.containsAll(batch)) {
      for (T each : batch) {
        if (tried.add(each)) {
          try {
            deed.accept(each);
          } catch (RuntimeException e) {
            LOG.log(ERROR, what + " failed: " + each, e);
          }
        }
      }
      batch = due.get();
    }
  }
}
