package org.badgebridge.platform;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.external.ExternalRefusal;

/**
 * Finds the next page of a service's list in its {@code Link} header (RFC 8288), also where a
 * platform writes it with curly quotes and escaped ampersands, as Moodle 4.5 does.
 */
public final class NextPage {

  private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
  private static final Pattern NEXT =
      Pattern.compile(
          ";\\s*rel\\s*=[^a-z;,]*(?:[a-z-]+\\s+)*next(?![a-z-])", Pattern.CASE_INSENSITIVE);

  private NextPage() {}

  /**
   * The next page, which must be on the same origin: an access token never goes elsewhere.
   *
   * @param current where the answer came from
   * @throws ExternalRefusal if the link cannot be read or leads to another origin
   */
  public static Optional<URI> after(URI current, ServiceAnswer answer) {
    for (String header : answer.headers().getOrDefault("link", List.of())) {
      Matcher link = LINK.matcher(header);
      while (link.find()) {
        if (NEXT.matcher(link.group(2)).find()) {
          return Optional.of(sameOrigin(current, link.group(1)));
        }
      }
    }
    return Optional.empty();
  }

  private static URI sameOrigin(URI current, String reference) {
    URI next;
    try {
      next = current.resolve(reference.strip().replace("&amp;", "&"));
    } catch (IllegalArgumentException e) {
      throw new ExternalRefusal("the link to the next page cannot be read", 0, e);
    }
    boolean same =
        next.getHost() != null
            && next.getScheme().equalsIgnoreCase(current.getScheme())
            && next.getHost().equalsIgnoreCase(current.getHost())
            && port(next) == port(current)
            && next.getRawUserInfo() == null;
    if (!same) {
      throw new ExternalRefusal("the next page of " + current.getHost() + " is elsewhere", 0);
    }
    return next;
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
