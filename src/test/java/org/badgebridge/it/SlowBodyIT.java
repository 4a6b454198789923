package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that drip in byte by byte are cut off, and hold nobody else up. */
@ExtendWith(SharedServer.Extension.class)
class SlowBodyIT {

  private static final int AT_ONCE = 20;
  private static final Duration CUT = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** How a dripping request ended. */
  private record End(String answer, Duration after) {}

  @ParameterizedTest
  @ValueSource(strings = {"/lti/launch", "/lti/login"})
  void areCutAfterTenSecondsWhileOthersAreServed(String path, SharedServer shared)
      throws Exception {
    Caller others = new Caller(shared.process().address());
    ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<End>> dripping = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        dripping.add(senders.submit(() -> drip(shared.process().address(), path)));
      }
      for (int i = 0; i < 5; i++) {
        assertThat(others.get("/.well-known/jwks.json").statusCode()).isEqualTo(200);
      }
      assertThat(dripping).as("others were served meanwhile").noneMatch(Future::isDone);
      for (Future<End> each : dripping) {
        assertThat(each.get().answer()).startsWith("HTTP/1.1 400");
        assertThat(each.get().after()).isBetween(CUT.minusSeconds(1), PATIENCE);
      }
    } finally {
      senders.shutdownNow();
    }
  }

  /** Promises a long body and sends a byte a second until the server has had enough. */
  private static End drip(URI tool, String path) throws IOException {
    long begun = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tool.getPort())) {
      socket.setSoTimeout(1_000);
      socket.getOutputStream().write(head(tool, path).getBytes(StandardCharsets.US_ASCII));
      byte[] line = new byte[64];
      while (passed(begun).compareTo(PATIENCE) < 0) {
        socket.getOutputStream().write('a');
        socket.getOutputStream().flush();
        try {
          int count = socket.getInputStream().read(line);
          String answer = count < 0 ? "" : new String(line, 0, count, StandardCharsets.US_ASCII);
          return new End(answer, passed(begun));
        } catch (SocketTimeoutException e) {
          // it still listens
        }
      }
      return new End("none", passed(begun));
    }
  }

  private static String head(URI tool, String path) {
    return String.join(
        "\r\n",
        "POST " + path + " HTTP/1.1",
        "Host: " + tool.getAuthority(),
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: 10000",
        "",
        "");
  }

  private static Duration passed(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
