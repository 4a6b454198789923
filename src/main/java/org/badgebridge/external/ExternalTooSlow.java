package org.badgebridge.external;

import org.jspecify.annotations.Nullable;

/** The other system did not answer in time. */
public class ExternalTooSlow extends ExternalUnavailable {

  private static final long serialVersionUID = 1L;

  /** No answer in time. */
  public ExternalTooSlow(String message, @Nullable Throwable cause) {
    super(message, null, cause);
  }
}
