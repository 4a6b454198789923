package org.badgebridge.external;

import org.jspecify.annotations.Nullable;

/** The other system said no, or may not be called at all: trying again does not help. */
public class ExternalRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * A refusal.
   *
   * @param message for the operator; holds no token and no personal data
   * @param status the HTTP status that came back, or 0 if nothing was sent
   */
  public ExternalRefusal(String message, int status) {
    this(message, status, null);
  }

  /** As the other, with the cause for the log. */
  public ExternalRefusal(String message, int status, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /** The HTTP status that came back, or 0 if nothing was sent. */
  public int status() {
    return status;
  }
}
