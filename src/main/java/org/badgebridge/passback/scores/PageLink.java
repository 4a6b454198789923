package org.badgebridge.passback.scores;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for, and where the next is (RFC 8288). */
record PageLink(String address, Map<String, String> filters, int limit) {

  private static final int MOST = 500;

  /**
   * A list.
   *
   * @param filters as they were asked for; null values are left out
   * @param limit as it was asked for; null for as many as we give at once
   * @throws org.badgebridge.problem.ProblemException MALFORMED for a limit that is none
   */
  static PageLink of(
      String address, Map<String, @Nullable String> filters, @Nullable String limit) {
    Map<String, String> known = new TreeMap<>();
    filters.forEach(
        (name, value) -> {
          if (value != null) {
            known.put(name, value);
          }
        });
    if (limit == null) {
      return new PageLink(address, known, MOST);
    }
    if (!limit.matches("[1-9]\\d{0,8}")) {
      throw AgsJson.wrong("limit", "limit");
    }
    known.put("limit", limit);
    return new PageLink(address, known, Math.min(Integer.parseInt(limit), MOST));
  }

  /** The header to the page after this one. */
  String next(String after) {
    Map<String, String> query = new TreeMap<>(filters);
    query.put("after", after);
    return "<"
        + address
        + query.entrySet().stream()
            .map(each -> each.getKey() + "=" + AgsAnswers.escaped(each.getValue()))
            .collect(Collectors.joining("&", "?", ""))
        + ">; rel=\"next\"";
  }
}
