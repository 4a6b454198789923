package org.badgebridge.keys;

import org.jspecify.annotations.Nullable;

/** What should be opened was not sealed by us, for this purpose, with this key; or was altered. */
public class SealBroken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SealBroken(String purpose, @Nullable Throwable cause) {
    super("the seal is broken: " + purpose, cause);
  }
}
