package org.badgebridge.external;

import org.jspecify.annotations.Nullable;

/** The other system answered more than a call lets it: asking for less may help. */
public class AnswerTooLarge extends ExternalRefusal {

  private static final long serialVersionUID = 1L;

  public AnswerTooLarge(String message, @Nullable Throwable cause) {
    super(message, 0, cause);
  }
}
