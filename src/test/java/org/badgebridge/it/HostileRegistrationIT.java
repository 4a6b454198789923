package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server with a public address, as in production: nobody can use its registration to reach what
 * only the server can reach.
 */
class HostileRegistrationIT {

  private static final Pattern CODE = Pattern.compile("/lti/register\\?invitation=([\\w-]+)");
  private static final AtomicInteger CONNECTIONS = new AtomicInteger();

  private static ServerProcess server;
  private static ServerSocket inside;
  private static Caller caller;
  private static String code;

  @BeforeAll
  static void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws IOException {
    inside = new ServerSocket(0, 50, InetAddress.getByName("0.0.0.0"));
    Thread listening = new Thread(HostileRegistrationIT::count, "inside");
    listening.setDaemon(true);
    listening.start();
    server =
        new ServerProcess(folder, ServerProcess.freePort(), null)
            .with("BADGEBRIDGE_BASE_URL", "https://badges.example.org")
            .with("BADGEBRIDGE_SECRETS_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    server.start();
    caller = new Caller(server.address());
    code = invitation();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    inside.close();
  }

  private static void count() {
    while (!inside.isClosed()) {
      try {
        inside.accept().close();
        CONNECTIONS.incrementAndGet();
      } catch (IOException e) {
        return; // the test is over
      }
    }
  }

  private static String invitation() {
    HttpResponse<String> joined =
        caller.form(
            "/admin/set-up",
            Map.of(
                "code", server.setUpCode(),
                "name", "Ada Operator",
                "email", "ada@example.org",
                "password", "seven quiet herons wade",
                "repeated", "seven quiet herons wade"),
            "Sec-Fetch-Site",
            "same-origin");
    String cookie = joined.headers().firstValue("Set-Cookie").orElse("none").replaceAll(";.*", "");
    HttpResponse<String> invited =
        caller.form(
            "/admin/platforms/invitations",
            Map.of("institution", "Demo University"),
            "Cookie",
            cookie,
            "Sec-Fetch-Site",
            "same-origin");
    return Frame.found(CODE, invited.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:{port}/",
        "https://127.0.0.1:{port}/",
        "https://localhost:{port}/",
        "https://[::1]:{port}/",
        "https://[::ffff:127.0.0.1]:{port}/",
        "https://2130706433:{port}/",
        "https://0177.0.0.1:{port}/",
        "https://0x7f000001:{port}/",
        "https://127.1:{port}/",
        "https://0.0.0.0:{port}/",
        "https://user@127.0.0.1:{port}/",
        "https://169.254.169.254/latest/meta-data",
        "https://10.0.0.1/",
        "https://192.168.0.1/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:{port}/"
      })
  void isRefusedBeforeAByteIsSent(String pattern) {
    String address = pattern.replace("{port}", Integer.toString(inside.getLocalPort()));

    HttpResponse<String> answer = register(code, address);

    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
    assertThat(answer.body()).containsAnyOf("does not call", "opened by a learning platform");
    assertThat(CONNECTIONS.get()).isZero();
  }

  /** The counting works: otherwise no test above could fail. */
  @Test
  void whatIsInsideCouldBeReached() throws Exception {
    new Socket(InetAddress.getLoopbackAddress(), inside.getLocalPort()).close();
    Waiting.until("the connection is seen", () -> CONNECTIONS.compareAndSet(1, 0));
  }

  @Test
  void anInvitationThatIsNoneOpensNothing() {
    HttpResponse<String> answer = register("x".repeat(43), "https://lms.example.org/");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("The invitation in this link is unknown");
  }

  private static HttpResponse<String> register(String invitation, String address) {
    return caller.form(
        "/lti/register",
        Map.of("invitation", invitation, "openid_configuration", address),
        "Accept-Language",
        "en",
        "Sec-Fetch-Site",
        "same-origin");
  }
}
