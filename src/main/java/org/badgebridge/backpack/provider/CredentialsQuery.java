package org.badgebridge.backpack.provider;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.badgebridge.web.Link;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the badges a host wants (Open Badges 3.0, {@code getCredentials}).
 *
 * @param limit at most so many, up to {@link #MOST}
 * @param since issued later; null for all
 */
record CredentialsQuery(int limit, int offset, @Nullable Instant since) {

  static final int MOST = 100;
  private static final int USUAL = 50;

  /**
   * Reads it. A larger limit counts as {@link #MOST}: the links say how it goes on.
   *
   * @throws ReadRefused if a parameter is not as it should be
   */
  static CredentialsQuery read(
      @Nullable String limit, @Nullable String offset, @Nullable String since) {
    return new CredentialsQuery(
        Math.min(number("limit", limit, 1, USUAL), MOST),
        number("offset", offset, 0, 0),
        since == null ? null : moment(since));
  }

  private static int number(String name, @Nullable String text, int least, int usual) {
    if (text == null) {
      return usual;
    }
    if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least) {
      return Integer.parseInt(text);
    }
    throw new ReadRefused(
        StatusInfo.INVALID_QUERY, name + " must be a whole number from " + least + " on");
  }

  /**
   * "A time using the syntax YYYY-MM-DDThh:mm:ss" (the OpenAPI file of the specification, §E.3):
   * without a zone, so that it is of UTC; with one as in all documents.
   */
  private static Instant moment(String text) {
    try {
      return text.matches("[^T]*T[^Z+-]*")
          ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new ReadRefused(
          StatusInfo.INVALID_QUERY, "since must be a moment such as 2026-01-31T12:00:00Z");
    }
  }

  /**
   * The header {@code Link} (RFC 8288): first and last always, next and prev when there are any.
   */
  String links(String address, long total) {
    long last = total == 0 ? 0 : (total - 1) / limit * limit;
    StringBuilder links = new StringBuilder(link(address, 0, "first")).append(", ");
    links.append(link(address, last, "last"));
    if (offset + (long) limit < total) {
      links.append(", ").append(link(address, offset + (long) limit, "next"));
    }
    if (offset > 0) {
      links.append(", ").append(link(address, Math.max(0, offset - limit), "prev"));
    }
    return links.toString();
  }

  private String link(String address, long from, String relation) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("limit", String.valueOf(limit));
    parameters.put("offset", String.valueOf(from));
    if (since != null) {
      parameters.put("since", since.toString());
    }
    return "<" + Link.to(address, parameters) + ">; rel=\"" + relation + "\"";
  }
}
