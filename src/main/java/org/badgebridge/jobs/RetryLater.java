package org.badgebridge.jobs;

import java.time.Duration;

/**
 * Thrown by a job whose other side asked to wait (RFC 9110 §10.2.3); counts as a failed attempt.
 */
public class RetryLater extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration wait;

  /**
   * Asks for another attempt.
   *
   * @param wait the shortest wait, or zero for the job's own
   */
  public RetryLater(String message, Duration wait) {
    super(message);
    this.wait = wait;
  }

  public Duration duration() {
    return wait;
  }
}
