package org.badgebridge.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a query or of a form body, read within limits of size, number and time: anybody can
 * send us anything here, before we know who they are.
 */
final class Form {

  /** The largest body; real launches stay below 30 kB. */
  static final int MAX_BYTES = 256 * 1024;

  /** The most fields; OpenID Connect and LTI know about a dozen. */
  static final int MAX_FIELDS = 100;

  private static final long MAX_MILLIS = 10_000;

  private final Map<String, String> fields;
  private final boolean doubled;

  private Form(Map<String, String> fields, boolean doubled) {
    this.fields = fields;
    this.doubled = doubled;
  }

  /**
   * The body of a POST, or the query of any other request.
   *
   * @throws LaunchRefused if there is too much of it, or it takes too long
   */
  static Form of(HttpServletRequest request, Clock clock) throws IOException {
    if (!"POST".equals(request.getMethod())) {
      String query = request.getQueryString();
      return parse(query == null ? "" : query);
    }
    String type = request.getContentType();
    if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
      throw new LaunchRefused(Refusal.PARAMETERS);
    }
    if (request.getContentLengthLong() > MAX_BYTES) {
      throw new LaunchRefused(Refusal.TOO_LARGE);
    }
    return parse(read(request.getInputStream(), clock));
  }

  static String read(InputStream body, Clock clock) throws IOException {
    long end = clock.millis() + MAX_MILLIS;
    ByteArrayOutputStream read = new ByteArrayOutputStream(8192);
    byte[] buffer = new byte[8192];
    for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
      read.write(buffer, 0, count);
      if (read.size() > MAX_BYTES) {
        throw new LaunchRefused(Refusal.TOO_LARGE);
      }
      if (clock.millis() > end) {
        throw new LaunchRefused(Refusal.PARAMETERS);
      }
    }
    return read.toString(StandardCharsets.ISO_8859_1);
  }

  /**
   * Fields of {@code application/x-www-form-urlencoded} text.
   *
   * @throws LaunchRefused if they are too many or wrongly encoded
   */
  static Form parse(String encoded) {
    Map<String, String> fields = new HashMap<>();
    boolean doubled = false;
    int count = 0;
    for (int from = 0; from < encoded.length(); ) {
      int amp = encoded.indexOf('&', from);
      int end = amp < 0 ? encoded.length() : amp;
      if (++count > MAX_FIELDS) {
        throw new LaunchRefused(Refusal.PARAMETERS);
      }
      int equals = encoded.indexOf('=', from);
      if (equals >= 0 && equals < end) {
        String name = decode(encoded.substring(from, equals));
        doubled |= fields.put(name, decode(encoded.substring(equals + 1, end))) != null;
      }
      from = end + 1;
    }
    return new Form(fields, doubled);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new LaunchRefused(Refusal.PARAMETERS, e);
    }
  }

  /** A field's value, or null if it was not sent or is empty. */
  @Nullable String get(String name) {
    String value = fields.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /**
   * A field that must be there.
   *
   * @throws LaunchRefused if it was not sent, or is empty
   */
  String need(String name) {
    String value = get(name);
    if (value == null) {
      throw new LaunchRefused(Refusal.PARAMETERS);
    }
    return value;
  }

  /**
   * "Request and response parameters MUST NOT be included more than once." (RFC 6749 §3.1)
   *
   * @throws LaunchRefused if one was
   */
  Form once() {
    if (doubled) {
      throw new LaunchRefused(Refusal.PARAMETERS);
    }
    return this;
  }
}
