package org.badgebridge.external;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.badgebridge.problem.CheckedSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address under which others reach us ({@code BADGEBRIDGE_BASE_URL}). Every absolute URL we
 * hand out starts with it, never with what a request claims.
 */
@ApplicationScoped
public class PublicOrigin implements CheckedSettings {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final String base;

  @Inject
  public PublicOrigin(@ConfigProperty(name = "badgebridge.base.url") String base) {
    this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  /** The origin without a slash at its end, e.g. {@code https://badges.example.org}. */
  public String origin() {
    return base;
  }

  /** The host and, if not the scheme's own, the port: {@code 127.0.0.1:8080}. */
  public String authority() {
    return URI.create(base).getAuthority();
  }

  /**
   * An absolute URL.
   *
   * @param path starts with a slash
   */
  public String at(String path) {
    return base + path;
  }

  /**
   * Whether we run on this machine only, for development: then, and only then, platforms may be
   * reached over plain http and on loopback addresses.
   */
  public boolean loopback() {
    return LOOPBACK.contains(URI.create(base).getHost());
  }

  @Override
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    URI uri;
    try {
      uri = URI.create(base);
    } catch (IllegalArgumentException e) {
      return List.of("BADGEBRIDGE_BASE_URL is not a URL: " + base);
    }
    if (uri.getHost() == null
        || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
      return List.of("BADGEBRIDGE_BASE_URL must look like https://badges.example.org, is " + base);
    }
    if (!uri.getRawPath().isEmpty() || uri.getRawQuery() != null || uri.getRawUserInfo() != null) {
      faults.add("BADGEBRIDGE_BASE_URL must be an origin without a path, is " + base);
    }
    if ("http".equals(uri.getScheme()) && !loopback()) {
      faults.add("BADGEBRIDGE_BASE_URL must be https unless it is a loopback address, is " + base);
    }
    return faults;
  }
}
