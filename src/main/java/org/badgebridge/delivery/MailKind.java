package org.badgebridge.delivery;

import java.util.Locale;

/** What a message is for. */
public enum MailKind {
  /** The first word about awards. */
  OFFER,
  /** About awards that wait unseen. */
  REMINDER,
  /** About requests that the learner is to revise. */
  RETURNED,
  /** About requests that were denied. */
  DENIED,
  /** About documents that were joined to badges. */
  SUPPLEMENT;

  /** Whether it names requests, and not awards. */
  boolean aboutRequests() {
    return this == RETURNED || this == DENIED;
  }

  /** The last part of its message keys and addresses. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
