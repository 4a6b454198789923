package org.badgebridge.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Addresses that people type, for pages to link to and credentials to state. */
public final class WebAddress {

  private static final Set<String> SCHEMES = Set.of("http", "https");

  private WebAddress() {}

  /**
   * Whether it is an absolute http or https address with a host and without user information.
   *
   * @param longest most characters that it may have
   */
  public static boolean fits(String address, int longest) {
    if (address.length() > longest) {
      return false;
    }
    try {
      URI uri = new URI(address);
      return uri.getScheme() != null
          && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
