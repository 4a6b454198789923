package org.badgebridge.demo.services;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, and how its LMS points to the next: Moodle's line item header has curly
 * quotes and escaped ampersands.
 */
record Paging(Personality personality, String address, Request request) {

  private static final String LIMIT = "limit";
  private static final String FROM = "from";

  <T> List<T> page(List<T> all) {
    int limit = limit();
    int from = Math.min(from(), all.size());
    return limit <= 0 ? all : all.subList(from, Math.min(all.size(), from + limit));
  }

  /** Adds the {@code Link} header of a list of this size. */
  Reply linked(Reply reply, int total, boolean curly, List<String> kept) {
    int limit = limit();
    int next = from() + limit;
    if (limit <= 0 || (next >= total && !curly)) {
      return reply;
    }
    if (!curly) {
      return reply.with("Link", "<" + at(next, kept) + ">; rel=\"next\"");
    }
    String link = "<" + at(0, kept).replace("&", "&amp;") + ">; rel=“first”";
    if (next < total) {
      link += ", <" + at(next, kept).replace("&", "&amp;") + ">; rel=“next”";
    }
    return reply.with("Link", link);
  }

  private String at(int from, List<String> kept) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put(LIMIT, Integer.toString(limit()));
    parameters.put(FROM, Integer.toString(from));
    for (String name : kept) {
      String value = request.query(name);
      if (value != null) {
        parameters.put(name, value);
      }
    }
    return address + (address.contains("?") ? "&" : "?") + encoded(parameters);
  }

  private static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private int limit() {
    int asked = positive(request.query(LIMIT));
    // Canvas and Blackboard page even when nobody asks.
    return asked > 0 || personality == Personality.MOODLE ? asked : 50;
  }

  private int from() {
    return positive(request.query(FROM));
  }

  private static int positive(@Nullable String text) {
    return text == null || !text.matches("\\d{1,8}") ? 0 : Integer.parseInt(text);
  }
}
