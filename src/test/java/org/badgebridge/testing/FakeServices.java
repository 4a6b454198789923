package org.badgebridge.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.platform.ServiceAnswer;
import org.badgebridge.platform.ServiceCall;
import org.jspecify.annotations.Nullable;

/** A platform's LTI services on a real port, without access tokens; remembers what was asked. */
public final class FakeServices implements AutoCloseable {

  /** One request as it came over the wire. */
  public record Asked(
      String method,
      String target,
      @Nullable String accept,
      @Nullable String contentType,
      String body) {}

  /** What to answer. */
  public record Reply(int status, Map<String, String> headers, String body) {

    public static Reply ok(String body) {
      return new Reply(200, Map.of(), body);
    }

    public static Reply status(int status) {
      return new Reply(status, Map.of(), "{}");
    }
  }

  public final List<Asked> asked = new CopyOnWriteArrayList<>();

  static {
    // otherwise each answer waits 40 ms for an acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  public FakeServices(Function<Asked, Reply> platform) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", exchange -> answer(exchange, platform));
    server.start();
  }

  public String at(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Stands in for {@code PlatformServices.call}. */
  public ServiceAnswer call(UUID platformId, ServiceCall call) {
    HttpRequest.Builder request = HttpRequest.newBuilder(call.uri());
    String body = call.body();
    request.method(
        call.method(),
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    if (call.accept() != null) {
      request.header("Accept", call.accept());
    }
    if (call.contentType() != null) {
      request.header("Content-Type", call.contentType());
    }
    HttpResponse<String> response = send(request.build());
    int status = response.statusCode();
    if (status == 429 || status >= 500) {
      Duration wait =
          response
              .headers()
              .firstValue("Retry-After")
              .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
              .orElse(null);
      throw new ExternalUnavailable("status " + status, wait, null);
    }
    if (status >= 300) {
      throw new ExternalRefusal("status " + status, status);
    }
    return new ServiceAnswer(status, response.headers().map(), response.body());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new ExternalUnavailable("no answer", null, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange, Function<Asked, Reply> platform) throws IOException {
    URI uri = exchange.getRequestURI();
    Asked one =
        new Asked(
            exchange.getRequestMethod(),
            uri.toString(),
            exchange.getRequestHeaders().getFirst("Accept"),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    asked.add(one);
    Reply reply = platform.apply(one);
    reply
        .headers()
        .forEach(
            (name, value) ->
                exchange
                    .getResponseHeaders()
                    .add(name, new String(utf8(value), StandardCharsets.ISO_8859_1)));
    byte[] body = utf8(reply.body());
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
