package org.badgebridge.badgeclass.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Addresses that a page may link to and a credential may state. */
final class WebAddress {

  static final int LONGEST = 2000;

  private WebAddress() {}

  /** Whether it is an absolute http or https address with a host and without user information. */
  static boolean fits(String address) {
    if (address.length() > LONGEST) {
      return false;
    }
    try {
      URI uri = new URI(address);
      return uri.getScheme() != null
          && Set.of("http", "https").contains(uri.getScheme().toLowerCase(java.util.Locale.ROOT))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
