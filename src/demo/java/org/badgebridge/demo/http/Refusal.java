package org.badgebridge.demo.http;

/** A request the campus will not serve, with the status it answers and why. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  public Refusal(int status, String reason) {
    super(reason);
    this.status = status;
  }

  public int status() {
    return status;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
