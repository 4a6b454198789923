package org.badgebridge.roster;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.badgebridge.external.ExternalRefusal;
import org.jspecify.annotations.Nullable;

/**
 * The address of a roster with its filters. A platform may lose them in its link to the next page
 * (Moodle 4.5 loses the role), and an unfiltered page would look like evidence for everybody, so
 * they are put back.
 *
 * @param rlid the resource link whose restriction filters the members, or null
 * @param role the role that filters the members, or null
 */
record MembershipsAddress(@Nullable String rlid, @Nullable String role) {

  private static final int PAGE = 250;

  URI first(String membershipsUrl) {
    try {
      return filtered(with(URI.create(membershipsUrl), "limit", String.valueOf(PAGE)));
    } catch (IllegalArgumentException e) {
      throw new ExternalRefusal("the address of the roster cannot be read", 0, e);
    }
  }

  URI filtered(URI page) {
    URI address = rlid == null ? page : with(page, "rlid", rlid);
    return role == null ? address : with(address, "role", role);
  }

  private static URI with(URI uri, String name, String value) {
    String query = uri.getRawQuery();
    if (query != null && Pattern.compile("(^|&)" + name + "=").matcher(query).find()) {
      return uri;
    }
    String text = uri.toString();
    int fragment = text.indexOf('#');
    String base = fragment < 0 ? text : text.substring(0, fragment);
    String separator = query == null ? "?" : query.isEmpty() || query.endsWith("&") ? "" : "&";
    return URI.create(
        base + separator + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
