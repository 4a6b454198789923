package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.badgebridge.external.PublicOrigin;

/**
 * Which {@code target_link_uri} is ours. It is only ever compared, never followed: the answer to a
 * launch is a page, not a redirect.
 */
@ApplicationScoped
class TargetLinks {

  private static final Set<String> PATHS = Set.of("", "/", "/lti/launch");
  private static final int LONGEST = 2_000;

  private final URI own;

  @Inject
  TargetLinks(PublicOrigin publicOrigin) {
    this.own = URI.create(publicOrigin.origin());
  }

  /**
   * Refuses a link that is not on our origin and one of our launch addresses; a query may follow.
   */
  void check(String target) {
    if (!ours(target)) {
      throw new LaunchRefused(Refusal.TARGET);
    }
  }

  private boolean ours(String target) {
    String lower = target.toLowerCase(Locale.ROOT);
    if (target.length() > LONGEST || lower.contains("%0d") || lower.contains("%0a")) {
      return false;
    }
    try {
      URI uri = new URI(target); // no backslash, white space or control character is a URI's
      return uri.getHost() != null
          && uri.getRawUserInfo() == null
          && own.getScheme().equalsIgnoreCase(uri.getScheme())
          && own.getHost().equalsIgnoreCase(uri.getHost())
          && port(own) == port(uri)
          && PATHS.contains(uri.getRawPath());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
