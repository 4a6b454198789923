package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.ErrorObject;

/** A request of a host that is not granted (RFC 6749 §5.2, RFC 7591 §3.2.2). */
class HostRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ErrorObject error;

  /**
   * The refusal.
   *
   * @param description what to do, for the developer of the host; never a secret
   */
  HostRefused(ErrorObject error, String description) {
    super(description);
    this.error = error;
  }

  String error() {
    return error.getCode();
  }

  String description() {
    return String.valueOf(getMessage());
  }

  int status() {
    return error.getHTTPStatusCode() == 0 ? 400 : error.getHTTPStatusCode();
  }
}
