package org.badgebridge.passback.caliper;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One Canvas. Instructure signs the events of all its customers with the same keys: only the
 * addresses in an event tell whose it is.
 */
record CanvasSite(Set<String> hosts) {

  static CanvasSite at(List<String> addresses) {
    return new CanvasSite(
        addresses.stream()
            .map(CanvasSite::host)
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether an event that came from this host ({@code metadata.hostname}) is its own. */
  boolean isHost(String host) {
    return hosts.contains(host.toLowerCase(Locale.ROOT));
  }

  /** Whether an event of this root account ({@code root_account_lti_guid}) is its own. */
  boolean isAccount(String guid) {
    int dot = guid.indexOf('.');
    return dot > 0 && isHost(guid.substring(dot + 1));
  }

  /** Whether that address (of a sensor) is its own. */
  boolean isAddress(String address) {
    return isHost(host(address));
  }

  /** The host of an address; empty if it has none. */
  static String host(@Nullable String address) {
    try {
      String host = address == null ? null : URI.create(address).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
