package org.badgebridge.jobs;

import java.time.Duration;

/** Work that comes again and again, on one node at a time. Implementations are CDI beans. */
public interface RecurringJob {

  /** The stable name in the database, e.g. {@code poll-sources}. */
  String name();

  /** The pause between the end of one run and the start of the next. */
  Duration every();

  /**
   * Does the work, outside any transaction; a failed run is logged and the next comes as planned.
   *
   * @throws Exception if the run failed
   */
  void run() throws Exception;
}
