package org.badgebridge.keys;

/** A public key that proves nothing, or is of a kind that we do not know. */
public class KeyRefused extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  KeyRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Why, for whoever wrote the program that sent it; says nothing of the key itself. */
  public String reason() {
    return reason;
  }
}
