package org.badgebridge.delivery;

/** What became of a message. */
public enum MailState {
  /** Owed. */
  QUEUED,
  /** Taken by the mail server, or written to the outbox. */
  SENT,
  /** When its turn came there was nothing to tell any more, or nobody to tell it to. */
  DROPPED,
  /** The mail server refused the address. */
  FAILED,
  /** It came back. */
  BOUNCED
}
