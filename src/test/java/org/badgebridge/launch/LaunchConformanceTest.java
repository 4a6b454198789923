package org.badgebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What 1EdTech's certification sends, and what others would like us to take, run against the whole
 * launch room over a real schema. The cases are data: {@code launch-cases.json}, {@code
 * login-cases.json}.
 */
class LaunchConformanceTest {

  private static final String ISSUER = "https://campus.example.edu";

  private static ToolOnPaper tool;
  private static PlatformOnPaper stranger;

  @BeforeAll
  static void register() {
    tool = new ToolOnPaper();
    // three platforms that share a client id, two of them a tenant's share of one issuer
    PlatformOnPaper a = tool.register("a", ISSUER, "client-a", "ACTIVE");
    tool.register("b", "https://b.example.edu", "client-a", "ACTIVE");
    tool.register("c", "https://c.example.edu", "client-a", "ACTIVE");
    tool.register("shared", "https://shared.example.com", "client-1", "ACTIVE");
    tool.register("shared-too", "https://shared.example.com", "client-2", "ACTIVE");
    tool.register("waiting", "https://waiting.example.edu", "client-a", "PENDING");
    tool.register("off", "https://off.example.edu", "client-a", "ACTIVE");
    tool.deployment(a, "deployment-waiting", "PENDING");
    tool.deployment(a, "deployment-off", "DISABLED");
    stranger = PlatformOnPaper.named("stranger", ISSUER, "client-a");
  }

  @AfterAll
  static void close() {
    tool.close();
  }

  static List<LaunchCase> launches() {
    return LaunchCase.in("launch-cases.json");
  }

  static List<LaunchCase> logins() {
    return LaunchCase.in("login-cases.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("launches")
  void answersLaunch(LaunchCase launch) {
    String startedAt = launch.text("startedAt", "a");
    ToolOnPaper.Begun login = tool.begin(paper(startedAt));
    if (startedAt.equals("off")) {
      set("off", "DISABLED");
    }
    if (launch.change().has("wait")) {
      tool.clock.move(Duration.ofSeconds(launch.change().get("wait").asLong()));
    }
    String body = body(launch, login);
    if (launch.change().path("first").asBoolean()) {
      assertThat(post(launch, login, body).status).isEqualTo(200);
      body = launch.change().has("again") ? body(launch, login) : body;
    }
    long open = tool.openSessions();
    long refusals = tool.refusals(launch.expected());

    Servlets.Answer answer = post(launch, login, body);
    set("off", "ACTIVE");

    assertThat(answer.status).as(answer.text()).isEqualTo(launch.status());
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.headers).doesNotContainKey("Location");
    if (launch.accepted()) {
      assertThat(answer.text()).contains(" " + launch.expected() + " ", "bearer=");
      assertThat(tool.openSessions()).isEqualTo(open + 1);
    } else {
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.text()).doesNotContain("bearer=", "\"launch.");
      assertThat(tool.openSessions()).isEqualTo(open);
      assertThat(tool.refusals(launch.expected())).isEqualTo(refusals + 1);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logins")
  void refusesLogin(LaunchCase login) {
    set("off", "DISABLED");
    Map<String, String> fields = ToolOnPaper.initiation(paper(login.text("platform", "a")));
    login
        .change()
        .path("fields")
        .properties()
        .forEach(
            each -> {
              if (each.getValue().isNull()) {
                fields.remove(each.getKey());
              } else {
                fields.put(each.getKey(), each.getValue().asText());
              }
            });
    String body =
        ToolOnPaper.encode(fields)
            + login.text("suffix", "")
            + "&x=1".repeat(login.change().path("many").asInt())
            + "&p="
            + "p".repeat(login.change().path("padding").asInt());
    long refusals = tool.refusals(login.expected());

    Servlets.Answer answer = tool.login("POST", body, Map.of());
    set("off", "ACTIVE");

    assertThat(answer.status).as(answer.text()).isEqualTo(login.status());
    assertThat(answer.headers).doesNotContainKey("Location");
    assertThat(answer.cookies).isEmpty();
    assertThat(tool.refusals(login.expected())).isEqualTo(refusals + 1);
  }

  private static PlatformOnPaper paper(String name) {
    PlatformOnPaper found = tool.platforms.get(name);
    if (found == null) {
      throw new IllegalStateException("no platform " + name);
    }
    return found;
  }

  private static void set(String platform, String state) {
    tool.database.execute("update platform set state = ? where name = ?", state, platform);
    tool.clock.move(Duration.ofSeconds(3));
  }

  private static Servlets.Answer post(LaunchCase launch, ToolOnPaper.Begun login, String body) {
    String cookie =
        switch (launch.text("cookie", "right")) {
          case "absent" -> "";
          case "of-another-login" -> tool.begin(paper("a")).cookie();
          case "wrong-secret" -> login.cookie().replaceAll("=[^;]{20}", "=AAAAAAAAAAAAAAAAAAAA");
          default -> login.cookie();
        };
    return tool.launch(body, cookie.isEmpty() ? Map.of() : Map.of("Cookie", cookie));
  }

  private static String body(LaunchCase launch, ToolOnPaper.Begun login) {
    Map<String, String> fields = new HashMap<>();
    String state =
        switch (launch.text("state", "right")) {
          case "absent" -> null;
          case "empty" -> "";
          case "invented" -> "bm90IG91cnM";
          case "tampered" ->
              (login.state().startsWith("B") ? "A" : "B") + login.state().substring(1);
          case "long" -> "A".repeat(3000);
          default -> login.state();
        };
    if (state != null) {
      fields.put("state", state);
    }
    if (launch.change().has("error")) {
      fields.put("error", launch.text("error", ""));
    } else if (!launch.change().path("token").isNull()) {
      fields.put("id_token", token(launch, login));
    }
    String twice = launch.change().has("twice") ? "&state=x" : "";
    return ToolOnPaper.encode(fields)
        + twice
        + launch.text("suffix", "")
        + "&x=1".repeat(launch.change().path("fields").asInt())
        + (launch.change().has("padding")
            ? "&p=" + "p".repeat(launch.change().get("padding").asInt())
            : "");
  }

  private static String token(LaunchCase launch, ToolOnPaper.Begun login) {
    JsonNode change = launch.change();
    if (change.has("token")) {
      return change.get("token").asText();
    }
    if (change.has("tokenOf")) {
      return "a".repeat(change.get("tokenOf").asInt());
    }
    PlatformOnPaper platform = paper(launch.text("signedBy", "a"));
    String nonce = change.has("nonce") ? tool.begin(paper("a")).nonce() : login.nonce();
    Map<String, Object> claims =
        launch.text("message", "").equals("deep-linking")
            ? platform.deepLinking(nonce, tool.clock.instant())
            : platform.resourceLink(nonce, tool.clock.instant());
    return SpoiltToken.of(launch, platform, stranger, claims, tool.clock.instant());
  }
}
