package org.badgebridge.delivery;

import java.util.Locale;

/** Why nothing reaches an address. */
public enum Trouble {
  /** There is no such address. */
  ADDRESS,
  /** The mailbox is full. */
  FULL,
  /** The other side does not want our mail. */
  REFUSED,
  /** It was not said. */
  UNKNOWN;

  /** By an enhanced status code (RFC 3463): {@code 5.1.1}. */
  static Trouble of(String status) {
    if (status.startsWith("5.1.")) {
      return ADDRESS;
    }
    if (status.startsWith("5.2.2")) {
      return FULL;
    }
    return status.startsWith("5.7.") ? REFUSED : UNKNOWN;
  }

  /** The last part of its message key. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
