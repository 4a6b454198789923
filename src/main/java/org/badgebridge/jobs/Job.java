package org.badgebridge.jobs;

import java.time.Duration;

/**
 * One kind of durable work. Implementations are CDI beans; {@link Jobs} finds them.
 *
 * <p>A run happens outside any transaction and may happen twice after a crash: open transactions in
 * a use case, and be idempotent. Throwing {@link RetryLater} or any exception tries again with
 * doubling waits; after {@link #attempts()} the work is kept as a {@code given_up_job} that an
 * operator sees and can start again. It is never dropped.
 */
public interface Job {

  /** The stable name in the database, e.g. {@code write-back-score}. */
  String name();

  /**
   * Does the work.
   *
   * @param data what {@link Jobs#schedule} was given
   * @throws Exception to try again later
   */
  void run(String data) throws Exception;

  /** How often a run is tried before a person must look; with doubling waits 12 is about 3 days. */
  default int attempts() {
    return 12;
  }

  /** The wait after the first failure; doubles each time. */
  default Duration firstWait() {
    return Duration.ofMinutes(1);
  }
}
