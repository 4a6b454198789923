package org.badgebridge.platform;

import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a platform's services may be: a launch names their addresses, and a forged or mixed-up one
 * must not make us send an access token to a stranger.
 */
final class ServiceHosts {

  private final Set<String> hosts = new HashSet<>();
  private final Set<String> pages = new LinkedHashSet<>();
  private final List<String> domains;

  private ServiceHosts(List<String> domains) {
    this.domains = domains;
  }

  static ServiceHosts of(Platform platform) {
    Registration values = platform.registration();
    boolean vendorRun =
        values.product().serviceDomains().stream().anyMatch(domain -> at(values, domain));
    ServiceHosts allowed =
        new ServiceHosts(vendorRun ? values.product().serviceDomains() : List.of());
    for (String address :
        List.of(
            values.issuer(), values.authLoginUrl(), values.authTokenUrl(), values.keySetUrl())) {
      URI uri = Addresses.http(address);
      if (uri != null) {
        allowed.hosts.add(Addresses.host(uri));
      }
    }
    for (String host : values.serviceHosts()) {
      allowed.hosts.add(host.toLowerCase(Locale.ROOT));
      allowed.pages.add("https://" + host.toLowerCase(Locale.ROOT));
    }
    allowed.domains.forEach(domain -> allowed.pages.add("https://*." + domain));
    return allowed;
  }

  /** Where its pages may be besides at the registered addresses, as sources of a policy. */
  Set<String> pages() {
    return pages;
  }

  /** The vendor's domain helps only platforms that the vendor itself runs. */
  private static boolean at(Registration values, String domain) {
    URI token = Addresses.http(values.authTokenUrl());
    return token != null && under(token.getHost(), domain);
  }

  static boolean under(String host, String domain) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals(domain) || name.endsWith("." + domain);
  }

  boolean allow(URI uri) {
    return Addresses.http(uri.toString()) != null
        && uri.getRawUserInfo() == null
        && (hosts.contains(Addresses.host(uri))
            || ("https".equals(uri.getScheme())
                && domains.stream().anyMatch(domain -> under(uri.getHost(), domain))));
  }
}
