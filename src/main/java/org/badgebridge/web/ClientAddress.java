package org.badgebridge.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.core5.net.InetAddressUtils;
import org.badgebridge.problem.CheckedSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * From which address a request came, to bound tries by it. Behind proxies that the operator names
 * ({@code BADGEBRIDGE_TRUSTED_PROXIES}) it is the last address of {@code X-Forwarded-For} that is
 * none of theirs: whatever stands further left, the sender may have invented.
 */
@ApplicationScoped
public class ClientAddress implements CheckedSettings {

  private static final int NETWORK6 = 8; // bytes: whoever has one address has all of its /64

  private final List<String> named;
  private final List<Range> trusted = new ArrayList<>();

  @Inject
  public ClientAddress(@ConfigProperty(name = "badgebridge.trusted.proxies") Optional<String> set) {
    this.named = set.map(ClientAddress::words).orElse(List.of());
    this.named.stream().flatMap(each -> Range.parse(each).stream()).forEach(trusted::add);
  }

  /** The address as text; of IPv6 the network only. */
  public String of(HttpServletRequest request) {
    String near = request.getRemoteAddr();
    List<String> hops = new ArrayList<>();
    Collections.list(request.getHeaders("X-Forwarded-For"))
        .forEach(header -> hops.addAll(words(header)));
    for (int i = hops.size() - 1; i >= 0 && trusts(near); i--) {
      if (literal(hops.get(i)) == null) {
        break; // an honest proxy writes addresses
      }
      near = hops.get(i);
    }
    InetAddress address = literal(near);
    return address instanceof Inet6Address
        ? network(address)
        : address == null ? near : address.getHostAddress();
  }

  private boolean trusts(String text) {
    InetAddress address = literal(text);
    return address != null && trusted.stream().anyMatch(range -> range.has(address));
  }

  private static String network(InetAddress address) {
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, NETWORK6, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("sixteen bytes are an address", e);
    }
  }

  /** The address that is written there; never asks for a name. */
  private static @Nullable InetAddress literal(@Nullable String text) {
    if (text == null || !(InetAddressUtils.isIPv4(text) || InetAddressUtils.isIPv6(text))) {
      return null;
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static List<String> words(String text) {
    return Stream.of(text.split("[,\\s]+", -1)).filter(each -> !each.isEmpty()).toList();
  }

  @Override
  public List<String> faults() {
    return named.stream()
        .filter(each -> Range.parse(each).isEmpty())
        .map(
            each ->
                "BADGEBRIDGE_TRUSTED_PROXIES must list addresses or ranges such as 10.0.0.7 or"
                    + " 10.1.0.0/16, separated by commas; this is none: "
                    + each)
        .toList();
  }

  /** Addresses whose first bits are the same (RFC 4632 §3.1). */
  private record Range(InetAddress first, int bits) {

    static Optional<Range> parse(String text) {
      int slash = text.indexOf('/');
      InetAddress first = literal(slash < 0 ? text : text.substring(0, slash));
      if (first == null) {
        return Optional.empty();
      }
      int most = first.getAddress().length * 8;
      if (slash < 0) {
        return Optional.of(new Range(first, most));
      }
      String bits = text.substring(slash + 1);
      return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= most
          ? Optional.of(new Range(first, Integer.parseInt(bits)))
          : Optional.empty();
    }

    boolean has(InetAddress other) {
      byte[] ours = first.getAddress();
      byte[] theirs = other.getAddress();
      if (ours.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >>> (bit % 8);
        if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
