package org.badgebridge.launch;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests and responses for servlets without a server: only what ours use. */
final class Servlets {

  private Servlets() {}

  /** What a servlet answered. */
  static final class Answer {
    int status = 200;
    final List<String> cookies = new ArrayList<>();
    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final ByteArrayOutputStream body = new ByteArrayOutputStream();

    String text() {
      return body.toString(StandardCharsets.UTF_8);
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** What the browser would send back in {@code Cookie}. */
    String cookieHeader() {
      return String.join(
          "; ",
          cookies.stream()
              .filter(cookie -> !cookie.contains("Max-Age=0"))
              .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
              .toList());
    }
  }

  static HttpServletRequest request(String method, String encoded, Map<String, String> headers) {
    byte[] body = encoded.getBytes(StandardCharsets.ISO_8859_1);
    boolean post = method.equals("POST");
    return proxy(
        HttpServletRequest.class,
        (name, arguments) ->
            switch (name) {
              case "getMethod" -> method;
              case "getQueryString" -> post ? null : encoded;
              case "getContentType" -> post ? "application/x-www-form-urlencoded" : null;
              case "getContentLengthLong" -> post ? (long) body.length : -1L;
              case "getInputStream" -> new Input(body);
              case "getHeader" -> headers.get((String) arguments[0]);
              case "getHeaders" -> {
                String value = headers.get((String) arguments[0]);
                yield Collections.enumeration(value == null ? List.of() : List.of(value));
              }
              case "getServletPath" -> "/lti";
              default -> null;
            });
  }

  static HttpServletResponse response(Answer answer) {
    return proxy(
        HttpServletResponse.class,
        (name, arguments) -> {
          switch (name) {
            case "setStatus" -> answer.status = (Integer) arguments[0];
            case "setHeader" -> answer.headers.put((String) arguments[0], (String) arguments[1]);
            case "addHeader" -> answer.cookies.add((String) arguments[1]);
            case "setContentType" -> answer.headers.put("Content-Type", (String) arguments[0]);
            case "getOutputStream" -> {
              return new Output(answer.body);
            }
            default -> {
              // nothing else is looked at
            }
          }
          return null;
        });
  }

  /** What a call is answered with. */
  interface Reaction {
    @Nullable Object to(String name, Object[] arguments);
  }

  static <T> T proxy(Class<T> type, Reaction reaction) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                reaction.to(method.getName(), arguments == null ? new Object[0] : arguments)));
  }

  private static final class Input extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Input(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int length) {
      return bytes.read(into, from, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {}
  }

  private static final class Output extends ServletOutputStream {
    private final ByteArrayOutputStream bytes;

    Output(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int value) {
      bytes.write(value);
    }

    @Override
    public void write(byte[] all, int from, int length) {
      bytes.write(all, from, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {}
  }
}
