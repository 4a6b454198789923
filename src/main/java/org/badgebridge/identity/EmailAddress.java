package org.badgebridge.identity;

import java.util.Locale;
import org.badgebridge.keys.Digests;

/** What makes two typed e-mail addresses the same, and what is kept of one. */
public final class EmailAddress {

  private EmailAddress() {}

  /** Without what does not matter: spaces around it, and capitals. */
  public static String normal(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /** The digest of the {@link #normal} address: 43 characters of base64url. */
  public static String digest(String typed) {
    return Digests.sha256(normal(typed));
  }
}
