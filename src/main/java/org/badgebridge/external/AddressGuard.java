package org.badgebridge.external;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Keeps our calls away from the network we run in (server-side request forgery). The client asks it
 * for addresses and connects to exactly the ones it gives, so a name cannot change its meaning
 * between check and connection.
 */
final class AddressGuard implements DnsResolver {

  /** A last label that starts with a digit makes some resolvers read the whole as a number. */
  private static final Pattern NUMBER = Pattern.compile("(.*\\.)?[0-9][^.]*\\.?");

  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  private final boolean loopbackAllowed;
  private final DnsResolver names;

  AddressGuard(boolean loopbackAllowed) {
    this(loopbackAllowed, SystemDefaultDnsResolver.INSTANCE);
  }

  AddressGuard(boolean loopbackAllowed, DnsResolver names) {
    this.loopbackAllowed = loopbackAllowed;
    this.names = names;
  }

  /** An address that we do not connect to. */
  static final class Forbidden extends IOException {
    private static final long serialVersionUID = 1L;

    Forbidden(String message) {
      super(message);
    }
  }

  /** What is wrong with an address before its name is looked up, or null. */
  @Nullable String fault(URI uri) {
    String host = uri.getHost();
    boolean plain = "http".equalsIgnoreCase(uri.getScheme());
    if (!plain && !"https".equalsIgnoreCase(uri.getScheme())) {
      return "only https is called";
    }
    if (plain && !loopbackAllowed) {
      return "plain http is not called";
    }
    if (host == null || uri.getRawUserInfo() != null) {
      return "not an address of a host";
    }
    if (NUMBER.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches()) {
      return "an odd way to write an IP address";
    }
    return null;
  }

  /** All addresses of a name; one that is forbidden spoils the name. */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = names.resolve(host);
    for (InetAddress each : found) {
      if (!PublicAddress.is(each) && !(loopbackAllowed && each.isLoopbackAddress())) {
        UnknownHostException refusal = new UnknownHostException(host);
        refusal.initCause(new Forbidden(host + " is not a public address"));
        throw refusal;
      }
    }
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
