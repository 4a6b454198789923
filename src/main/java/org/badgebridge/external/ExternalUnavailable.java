package org.badgebridge.external;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The other system could not be reached, was too slow, or failed: try again later. */
public class ExternalUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  /**
   * A failure that may pass.
   *
   * @param message for the operator; holds no token and no personal data
   * @param retryAfter the shortest wait the other side asked for (RFC 9110 §10.2.3), or null
   */
  public ExternalUnavailable(
      String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  /** The shortest wait the other side asked for, or null. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
