package org.badgebridge.passback.scores;

/** A token request that is not granted (RFC 6749 §5.2). */
class TokenRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String error;

  /**
   * The refusal.
   *
   * @param error the code of RFC 6749 §5.2
   * @param description what to do, for the developer of the client; never a secret
   */
  TokenRefused(String error, String description) {
    super(description);
    this.error = error;
  }

  static TokenRefused client(String description) {
    return new TokenRefused("invalid_client", description);
  }

  String error() {
    return error;
  }

  String description() {
    return String.valueOf(getMessage());
  }
}
