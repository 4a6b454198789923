package org.badgebridge.platform;

import org.badgebridge.external.ExternalRefusal;

/** A platform gives us no access token for what we want to call. */
public class TokenRefused extends ExternalRefusal {

  private static final long serialVersionUID = 1L;

  /** A refusal; the message says with which code. */
  public TokenRefused(String message, int status) {
    super(message, status);
  }
}
