package org.badgebridge.wallet;

/** A request of a wallet that is not granted (OpenID4VCI 1.0 §6.3, §8.3.1). */
class WalletRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String error;

  /**
   * The refusal.
   *
   * @param error the code of the specification
   * @param description what to do, for the developer of the wallet; never a secret
   */
  WalletRefused(String error, String description) {
    super(description);
    this.error = error;
  }

  String error() {
    return error;
  }

  String description() {
    return String.valueOf(getMessage());
  }
}
