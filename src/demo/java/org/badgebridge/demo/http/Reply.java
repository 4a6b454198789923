package org.badgebridge.demo.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of the campus; immutable. */
public record Reply(int status, Map<String, String> headers, String body) {

  public static Reply of(int status, String type, String body) {
    return new Reply(status, Map.of("Content-Type", type), body);
  }

  public static Reply html(int status, Html page) {
    return of(status, "text/html; charset=utf-8", page.source());
  }

  public static Reply json(int status, Object value) {
    return of(status, "application/json", Json.write(value));
  }

  /** JSON under one of the LTI media types. */
  public static Reply json(int status, String type, Object value) {
    return of(status, type, Json.write(value));
  }

  public static Reply text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text);
  }

  public static Reply empty(int status) {
    return new Reply(status, Map.of(), "");
  }

  /** After a form: look at {@code location} next. */
  public static Reply seeOther(String location) {
    return empty(303).with("Location", location);
  }

  public static Reply redirect(String location) {
    return empty(302).with("Location", location);
  }

  public Reply with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }
}
