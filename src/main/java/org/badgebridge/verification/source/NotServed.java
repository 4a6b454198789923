package org.badgebridge.verification.source;

import org.jspecify.annotations.Nullable;

/** There was no answer. Says nothing of why beyond what the asker may know of our network. */
public class NotServed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Not reachable, or not on the public web: the two look the same from outside. */
    UNREACHABLE,
    TOO_SLOW,
    TOO_LARGE,
    /** One badge asks for too many documents. */
    TOO_MANY
  }

  private final Reason reason;
  private final String host;

  NotServed(Reason reason, String host, @Nullable Throwable cause) {
    super(host + ": " + reason, cause);
    this.reason = reason;
    this.host = host;
  }

  /** An address that nobody answers at. */
  public static NotServed unreachable(String host) {
    return new NotServed(Reason.UNREACHABLE, host, null);
  }

  /** The key of the sentence that says so, whose argument is the host. */
  public String key() {
    return switch (reason) {
      case UNREACHABLE -> "source.unreachable";
      case TOO_SLOW -> "source.too-slow";
      case TOO_LARGE -> "source.too-large";
      case TOO_MANY -> "source.too-many";
    };
  }

  public String host() {
    return host;
  }
}
