package org.badgebridge.backpack.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request of the API that is not granted. */
class ReadRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final StatusInfo info;
  private final @Nullable String challenge;
  private final @Nullable Duration retryAfter;

  /**
   * The refusal.
   *
   * @param description what to do, for the developer of the host; never a secret
   */
  ReadRefused(StatusInfo info, String description) {
    this(info, description, null, null);
  }

  /**
   * A refusal for now.
   *
   * @param retryAfter the wait until it can be granted (RFC 9110 §10.2.3)
   */
  ReadRefused(StatusInfo info, String description, Duration retryAfter) {
    this(info, description, null, retryAfter);
  }

  /**
   * A refusal for want of a token that opens this.
   *
   * @param challenge of {@code WWW-Authenticate} (RFC 6750 §3)
   */
  ReadRefused(StatusInfo info, String description, String challenge) {
    this(info, description, challenge, null);
  }

  private ReadRefused(
      StatusInfo info,
      String description,
      @Nullable String challenge,
      @Nullable Duration retryAfter) {
    super(description);
    this.info = info;
    this.challenge = challenge;
    this.retryAfter = retryAfter;
  }

  StatusInfo info() {
    return info;
  }

  String description() {
    return String.valueOf(getMessage());
  }

  @Nullable String challenge() {
    return challenge;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
