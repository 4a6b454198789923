package org.badgebridge.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A platform in this process, as obedient or as broken as a test wants. */
final class FakePlatform implements AutoCloseable {

  /** What an address answers. */
  record Reply(int status, String body, Map<String, String> headers) {
    Reply(int status, String body) {
      this(status, body, Map.of());
    }
  }

  /** What it was sent. */
  record Seen(String method, String path, String body, Map<String, List<String>> headers) {
    String header(String name) {
      List<String> values = headers.get(name);
      return values == null ? "" : values.get(0);
    }
  }

  private final HttpServer server;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  final List<Seen> seen = java.util.Collections.synchronizedList(new ArrayList<>());

  FakePlatform() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      seen.add(
          new Seen(
              exchange.getRequestMethod(),
              path,
              body,
              new java.util.TreeMap<>(exchange.getRequestHeaders())));
      Reply reply = replies.getOrDefault(path, new Reply(404, "nothing here"));
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  String at(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  void answers(String path, Reply reply) {
    replies.put(path, reply);
  }

  void publishes(JWK... keys) {
    publishes(Map.of(), keys);
  }

  void publishes(Map<String, String> headers, JWK... keys) {
    answers("/jwks", new Reply(200, new JWKSet(List.of(keys)).toString(), headers));
  }

  long requestsTo(String path) {
    synchronized (seen) {
      return seen.stream().filter(each -> each.path().equals(path)).count();
    }
  }

  Seen last(String path) {
    synchronized (seen) {
      return seen.stream()
          .filter(each -> each.path().equals(path))
          .reduce((first, second) -> second)
          .orElseThrow();
    }
  }

  /** Its registration as ours would be. */
  Registration registration() {
    return new Registration(
        "Campus",
        Product.MOODLE,
        at(""),
        "client-1",
        at("/auth"),
        at("/token"),
        null,
        at("/jwks"),
        List.of(),
        List.of());
  }

  Platform platform() {
    return new Platform(
        UUID.randomUUID(),
        UUID.randomUUID(),
        registration(),
        RegistrationState.ACTIVE,
        Platform.Origin.TYPED,
        Instant.EPOCH);
  }

  static RSAKey key(String kid) throws JOSEException {
    return new RSAKeyGenerator(2048).keyID(kid).generate();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
