package org.badgebridge.delivery;

import java.util.Locale;

/** What a message is for. */
public enum MailKind {
  /** The first word about awards. */
  OFFER,
  /** About awards that wait unseen. */
  REMINDER;

  /** The last part of its message keys and addresses. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
