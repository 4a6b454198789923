package org.badgebridge.demo.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves {@link Routes} on the loopback interface. */
public final class WebServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(WebServer.class.getName());
  private static final AtomicInteger COUNT = new AtomicInteger();

  static {
    // Without it each small answer waits for the acknowledgement of its header.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads;

  private WebServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Takes the port; answers nothing before {@link #serve}.
   *
   * @param port 0 takes any free one
   * @throws UncheckedIOException if the port is taken
   */
  public static WebServer bind(int port) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      return new WebServer(
          HttpServer.create(address, 64),
          Executors.newCachedThreadPool(
              work -> {
                var thread = new Thread(work, "campus-" + COUNT.incrementAndGet());
                thread.setDaemon(true);
                return thread;
              }));
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + " is taken", e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public void serve(Routes routes, Refusals refusals) {
    server.createContext("/", exchange -> answer(exchange, routes, refusals));
    server.setExecutor(threads);
    server.start();
  }

  /** How a refused request looks: a page for people, an error object for tools. */
  public interface Refusals {
    Reply show(Request request, Refusal refusal);
  }

  private static void answer(HttpExchange exchange, Routes routes, Refusals refusals)
      throws IOException {
    try (exchange) {
      Request request = Request.of(exchange);
      send(exchange, reply(request, routes, refusals));
    }
  }

  private static Reply reply(Request request, Routes routes, Refusals refusals) {
    try {
      return routes.answer(request);
    } catch (Refusal refusal) {
      return refusals.show(request, refusal);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "campus failed at " + request.uri().getPath(), e);
      return refusals.show(request, new Refusal(500, "The campus failed: " + e));
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, wire(value)));
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    int length = body.length;
    boolean bodiless = length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : length);
    if (!bodiless) {
      exchange.getResponseBody().write(body);
    }
  }

  /** Header text leaves as UTF-8: Moodle puts curly quotes into its Link header. */
  private static String wire(String value) {
    return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
