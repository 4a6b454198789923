package org.badgebridge.external;

import org.jspecify.annotations.Nullable;

/** The other system answered, but not with what it was asked for: a web page, broken JSON. */
public class ExternalNonsense extends ExternalUnavailable {

  private static final long serialVersionUID = 1L;

  /** An answer that cannot be read. */
  public ExternalNonsense(String message, @Nullable Throwable cause) {
    super(message, null, cause);
  }
}
