package org.badgebridge.demo.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was asked of the campus: path values, query, form or body, headers and cookies. */
public record Request(
    String method,
    URI uri,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {

  private static final int BODY_LIMIT = 4 * 1024 * 1024;

  static Request of(HttpExchange exchange) throws IOException {
    var headers = new LinkedHashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT);
    URI uri = exchange.getRequestURI();
    return new Request(
        exchange.getRequestMethod(),
        uri,
        Map.of(),
        pairs(uri.getRawQuery()),
        headers,
        new String(body, StandardCharsets.UTF_8));
  }

  Request at(Map<String, String> pathValues) {
    return new Request(method, uri, pathValues, query, headers, body);
  }

  /** Reads {@code a=b&c=d}; of a repeated name the last value counts. */
  public static Map<String, String> pairs(@Nullable String encoded) {
    var pairs = new LinkedHashMap<String, String>();
    if (encoded == null || encoded.isEmpty()) {
      return pairs;
    }
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      pairs.put(decoded(name), decoded(value));
    }
    return pairs;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The value a path template such as {@code /courses/{course}} took. */
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no {" + name + "} in the path of " + uri);
    }
    return value;
  }

  public @Nullable String query(String name) {
    return query.get(name);
  }

  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** The form sent, or nothing when the body is not a form. */
  public Map<String, String> form() {
    String type = header("Content-Type");
    return type != null && type.startsWith("application/x-www-form-urlencoded")
        ? pairs(body)
        : Map.of();
  }

  /** A value of the form, or of the query when the form has none: OpenID allows both. */
  public @Nullable String either(String name) {
    String value = form().get(name);
    return value == null ? query.get(name) : value;
  }

  public @Nullable String cookie(String name) {
    String all = header("Cookie");
    if (all == null) {
      return null;
    }
    for (String cookie : all.split("; *", -1)) {
      if (cookie.startsWith(name + "=")) {
        return cookie.substring(name.length() + 1);
      }
    }
    return null;
  }
}
