package org.badgebridge.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {

  private final Outbound onLoopback = new Outbound(new PublicOrigin("http://127.0.0.1:8080"));
  private final Outbound inPublic = new Outbound(new PublicOrigin("https://badges.example.org"));
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void readsAnAnswer() {
    serve(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("X-Seen", exchange.getRequestMethod());
          answer(exchange, 200, exchange.getRequestHeaders().getFirst("User-Agent"));
        });

    Answer answer =
        onLoopback.send(new Call("POST", at("/"), Map.of("Accept", "*/*"), new byte[] {1}));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("x-seen")).isEqualTo("POST");
    assertThat(answer.text()).isEqualTo("BadgeBridge/1 (+http://127.0.0.1:8080)");
  }

  @Test
  void followsNoRedirect() {
    serve("/inside", exchange -> answer(exchange, 200, "secret"));
    serve(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", at("/inside").toString());
          answer(exchange, 302, "");
        });

    Answer answer = onLoopback.send(Call.get(at("/"), "*/*"));

    assertThat(answer.status()).isEqualTo(302);
    assertThat(requests).hasValue(1);
    assertThatThrownBy(() -> answer.orThrow("it")).isInstanceOf(ExternalRefusal.class);
  }

  @Test
  void goesWhereItIsSentAFewTimes() {
    serve("/there", exchange -> answer(exchange, 200, "here"));
    serve("/c", exchange -> redirect(exchange, "/there"));
    serve("/b", exchange -> redirect(exchange, at("/c").toString()));
    serve("/a", exchange -> redirect(exchange, "b"));

    assertThat(onLoopback.follow(Call.get(at("/a"), "*/*"), 3).text()).isEqualTo("here");
    assertThatThrownBy(() -> onLoopback.follow(Call.get(at("/a"), "*/*"), 2))
        .isInstanceOf(ExternalRefusal.class)
        .hasMessageContaining("too often");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://[fd00::1]/",
        "https://2130706433/",
        "https://user@lms.example.org/",
        "file:///etc/passwd",
        "data:application/json,%7B%7D",
        "gopher://lms.example.org/",
        "https://a b/"
      })
  void isNotSentInside(String target) {
    serve("/", exchange -> redirect(exchange, target));

    assertThatThrownBy(() -> onLoopback.follow(Call.get(at("/"), "*/*"), 3))
        .isInstanceOf(ExternalRefusal.class);
    assertThat(requests).hasValue(1);
  }

  @Test
  void aRowOfRedirectsTakesNoLongerThanOneCallMay() {
    serve(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", at("/").toString());
          exchange.sendResponseHeaders(302, 0);
          drip(exchange.getResponseBody());
        });

    assertThatThrownBy(() -> onLoopback.follow(quick(at("/")), 3))
        .isInstanceOf(ExternalTooSlow.class);
  }

  @Test
  void cutsAHugeBody() {
    serve("/", exchange -> answer(exchange, 200, "x".repeat(300_000)));

    assertThatThrownBy(
            () ->
                onLoopback.send(
                    Call.get(at("/"), "*/*").limitedTo(256 * 1024, Duration.ofSeconds(5))))
        .isInstanceOf(ExternalRefusal.class)
        .hasMessageContaining("262144 bytes");
  }

  @Test
  void cutsABodyWithoutEnd() {
    serve(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          while (true) {
            out.write(new byte[65_536]);
          }
        });

    assertThatThrownBy(() -> onLoopback.send(Call.get(at("/"), "*/*")))
        .isInstanceOf(ExternalRefusal.class);
  }

  @Test
  void cutsABodyThatDrips() {
    serve(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          drip(exchange.getResponseBody());
        });

    assertThatThrownBy(() -> onLoopback.send(quick(at("/"))))
        .isInstanceOf(ExternalUnavailable.class)
        .hasMessageContaining("took longer");
  }

  @Test
  void cutsHeadersThatDrip() throws IOException {
    try (ServerSocket raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread dripping =
          new Thread(
              () -> {
                try (Socket socket = raw.accept()) {
                  socket
                      .getOutputStream()
                      .write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
                  drip(socket.getOutputStream());
                } catch (IOException e) {
                  // cut, as wanted
                }
              });
      dripping.setDaemon(true);
      dripping.start();

      assertThatThrownBy(
              () -> onLoopback.send(quick(URI.create("http://127.0.0.1:" + raw.getLocalPort()))))
          .isInstanceOf(ExternalUnavailable.class)
          .hasMessageContaining("took longer");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://lms.example.org/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://[::]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[64:ff9b::a00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[fe80::1]/",
        "https://[fc00::1]/",
        "https://169.254.169.254/latest/meta-data",
        "https://10.1.2.3/",
        "https://172.31.0.1/",
        "https://192.168.0.1/",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "https://224.0.0.1/",
        "https://2130706433/",
        "https://0177.0.0.1/",
        "https://127.1/",
        "https://0x7f000001/",
        "https://255.255.255.255/",
        "https://user@lms.example.org/",
        "file:///etc/passwd",
        "https://localhost/",
        "gopher://lms.example.org/",
        "https:///x"
      })
  void refusesAnAddressThatIsNotPublicHttps(String address) {
    assertThatThrownBy(() -> inPublic.send(Call.get(URI.create(address), "*/*")))
        .isInstanceOf(ExternalRefusal.class);
  }

  @Test
  void refusesANameThatIsAlsoPrivateWithoutSendingAByte() throws IOException {
    serve("/", exchange -> answer(exchange, 200, ""));
    DnsResolver rebinding =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            return new InetAddress[] {
              InetAddress.getByAddress(new byte[] {(byte) 203, 0, 114, 1}),
              InetAddress.getLoopbackAddress()
            };
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    Outbound outbound = new Outbound(new AddressGuard(false, rebinding), "test");

    assertThatThrownBy(
            () ->
                outbound.send(
                    Call.get(
                        URI.create("https://lms.example.org:" + server.getAddress().getPort()),
                        "*/*")))
        .isInstanceOf(ExternalRefusal.class)
        .hasMessageContaining("not a public address");
    assertThat(requests).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "192.168.1.1", "169.254.169.254"})
  void refusesPrivateAddressesEvenOnLoopback(String host) {
    assertThatThrownBy(() -> onLoopback.send(Call.get(URI.create("http://" + host + "/"), "*/*")))
        .isInstanceOf(ExternalRefusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "203.0.114.1", "172.32.0.1", "2a00:1450:4001::1"})
  void knowsPublicAddresses(String address) throws UnknownHostException {
    assertThat(PublicAddress.is(InetAddress.getAllByName(address)[0])).isTrue();
  }

  @Test
  void tellsRefusalsFromWhatMayPass() {
    Answer busy = new Answer(429, Map.of("retry-after", java.util.List.of("17")), new byte[0]);
    Answer broken = new Answer(502, Map.of(), new byte[0]);
    Answer no = new Answer(404, Map.of(), new byte[0]);

    assertThatThrownBy(() -> busy.orThrow("it"))
        .isInstanceOfSatisfying(
            ExternalUnavailable.class,
            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(17)));
    assertThatThrownBy(() -> broken.orThrow("it")).isInstanceOf(ExternalUnavailable.class);
    assertThatThrownBy(() -> no.orThrow("it"))
        .isInstanceOfSatisfying(ExternalRefusal.class, e -> assertThat(e.status()).isEqualTo(404));
  }

  @Test
  void saysWhenNobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    assertThatThrownBy(
            () -> onLoopback.send(Call.get(URI.create("http://127.0.0.1:" + port), "*/*")))
        .isInstanceOf(ExternalUnavailable.class);
  }

  private void serve(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          requests.incrementAndGet();
          try (exchange) {
            handler.handle(exchange);
          }
        });
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static Call quick(URI uri) {
    return Call.get(uri, "*/*").limitedTo(1000, Duration.ofMillis(300));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void redirect(HttpExchange exchange, String target) throws IOException {
    exchange.getResponseHeaders().add("Location", target);
    answer(exchange, 302, "");
  }

  private static void drip(OutputStream out) throws IOException {
    while (true) {
      out.write('x');
      out.flush();
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
