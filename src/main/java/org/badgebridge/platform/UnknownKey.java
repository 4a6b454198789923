package org.badgebridge.platform;

/** The platform publishes no usable key of this id, even after looking again. */
public class UnknownKey extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A missing key. */
  public UnknownKey(String message) {
    super(message);
  }
}
