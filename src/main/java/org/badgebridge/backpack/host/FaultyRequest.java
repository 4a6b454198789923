package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.ErrorObject;
import java.net.URI;

/**
 * A request of a host we know that breaks a rule. It is shown to the visitor with a way back and
 * not sent back by itself: anybody can register, and nobody shall send visitors on through our name
 * without their knowing (RFC 9700 §4.11.2).
 */
class FaultyRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Host host;
  private final URI back;

  FaultyRequest(Host host, ErrorObject error, URI back) {
    super(error.getCode() + ": " + error.getDescription());
    this.host = host;
    this.back = back;
  }

  Host host() {
    return host;
  }

  /** The code of RFC 6749 §4.1.2.1 and what is wrong, for the developer of the host. */
  String fault() {
    return String.valueOf(getMessage());
  }

  /** The host's address that takes the error. */
  URI back() {
    return back;
  }
}
