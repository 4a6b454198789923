package org.badgebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole launches under the four cookie rules, in parallel, twice, and on two nodes. */
class LaunchFlowTest {

  private static final Map<String, String> FRAME =
      Map.of("Sec-Fetch-Dest", "iframe", "Sec-Fetch-Site", "cross-site", "Accept", "text/html");

  private final ToolOnPaper tool = new ToolOnPaper();
  private final PlatformOnPaper platform =
      tool.register("a", "https://campus.example.edu", "client-a", "ACTIVE");

  @AfterEach
  void close() {
    tool.close();
  }

  @Test
  void sendsTheHintsBackUnchanged() {
    Servlets.Answer answer = login(Map.of(), Map.of());

    String location = answer.header("Location");
    Form request = Form.parse(location.substring(location.indexOf('?') + 1));
    assertThat(location).startsWith("https://a.example.edu/auth?");
    assertThat(request.need("login_hint")).isEqualTo("hint 7&é");
    assertThat(request.need("lti_message_hint")).isEqualTo("{\"cmid\":5}");
    assertThat(request.need("scope")).isEqualTo("openid");
    assertThat(request.need("response_mode")).isEqualTo("form_post");
    assertThat(request.need("prompt")).isEqualTo("none");
    assertThat(request.need("redirect_uri")).isEqualTo(PlatformOnPaper.TOOL + "/lti/launch");
    assertThat(tool.database.count("select count(*) from launch")).isZero();
  }

  @Test
  void findsTheOnlyRegistrationOfAnIssuerWithoutClientId() {
    Map<String, String> fields = ToolOnPaper.initiation(platform);
    fields.remove("client_id");

    assertThat(tool.login("GET", ToolOnPaper.encode(fields), Map.of()).status).isEqualTo(302);
  }

  @Test
  void asksAFrameForCookiesOnceAndThenGoesOn() {
    Servlets.Answer first = login(Map.of(), FRAME);
    assertThat(first.header("Location")).startsWith("/lti/login?").endsWith("&cookies=asked");
    assertThat(first.cookies)
        .singleElement()
        .asString()
        .startsWith("__Host-lti-keeps=1; Path=/; Secure; HttpOnly; SameSite=None; Partitioned");

    Map<String, String> kept = new HashMap<>(FRAME);
    kept.put("Cookie", first.cookieHeader());
    String query = first.header("Location").substring("/lti/login?".length());
    Servlets.Answer second = tool.login("GET", query, kept);

    assertThat(second.header("Location")).startsWith("https://a.example.edu/auth?");
    assertThat(login(Map.of(), kept).header("Location")).startsWith("https://a.example.edu/auth?");
  }

  @Test
  void offersATabBeforeTheHintsAreSpentWhenAFrameKeepsNothing() {
    Servlets.Answer answer = login(Map.of("cookies", "asked"), FRAME);

    assertThat(answer.status).isEqualTo(200);
    assertThat(answer.text()).contains("href=\"/lti/login?iss=", "target=\"_blank\"");
    assertThat(answer.header("Content-Security-Policy"))
        .containsPattern("frame-ancestors .*https://a.example.edu")
        .containsPattern("frame-ancestors .*https://campus.example.edu");
  }

  @Test
  void opensOnceForTheBrowserThatShowsWhatThePlatformKeeps() {
    Servlets.Answer keep = login(Map.of("lti_storage_target", "_parent"), FRAME);
    assertThat(keep.text()).contains("data-origin=\"https://a.example.edu\"");
    String secret = found(keep.text(), "data-value=\"([^\"]+)\"");
    String next = found(keep.text(), "data-next=\"([^\"]+)\"").replace("&amp;", "&");
    Form request = Form.parse(next.substring(next.indexOf('?') + 1));
    Servlets.Answer recall = tool.launch(post(request.need("state"), request.need("nonce")), FRAME);
    assertThat(recall.status).isEqualTo(200);
    assertThat(recall.text()).doesNotContain("bearer=", secret);
    assertThat(tool.openSessions()).isZero();
    String launch = found(recall.text(), "name=\"launch_id\" value=\"([^\"]+)\"");
    String body = "launch_id=" + launch + "&state=" + secret;
    Map<String, String> own = Map.of("Origin", PlatformOnPaper.TOOL);

    assertThat(tool.launch(body, Map.of("Origin", "https://evil.example")).status).isEqualTo(401);
    assertThat(tool.launch(body, Map.of()).status).isEqualTo(401);
    assertThat(tool.launch(body, Map.of("Sec-Fetch-Site", "cross-site")).status).isEqualTo(401);
    Map<String, String> fetch = Map.of("Origin", "null", "Sec-Fetch-Site", "same-origin");
    assertThat(tool.launch(body, fetch).text()).contains("bearer=");
    assertThat(tool.launch(body, own).status).isEqualTo(401);
  }

  @Test
  void endsAPendingLaunchAtTheFirstWrongBindingAndAfterAMinute() {
    String wrong = "launch_id=" + pending() + "&state=wrong";
    Map<String, String> own = Map.of("Origin", PlatformOnPaper.TOOL);
    assertThat(tool.launch(wrong, own).status).isEqualTo(401);
    assertThat(tool.database.count("select count(*) from launch where state = 'ENDED'")).isOne();

    String late = "launch_id=" + pending() + "&state=x";
    tool.clock.move(Duration.ofSeconds(61));
    assertThat(tool.launch(late, own).status).isEqualTo(401);
    assertThat(tool.openSessions()).isZero();
  }

  @Test
  void refusesAnAttackersLoginInAVictimsBrowser() {
    ToolOnPaper.Begun attacker = tool.begin(platform);
    ToolOnPaper.Begun victim = tool.begin(platform);

    Servlets.Answer answer =
        tool.launch(
            post(attacker.state(), attacker.nonce()),
            Map.of("Cookie", victim.cookie(), "Accept", "text/html"));

    assertThat(answer.status).isEqualTo(401);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(tool.openSessions()).isZero();
  }

  @Test
  void takesParallelLaunchesOfOneBrowserInAnyOrder() {
    List<ToolOnPaper.Begun> begun = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      begun.add(tool.begin(platform));
    }
    String cookies = String.join("; ", begun.stream().map(ToolOnPaper.Begun::cookie).toList());
    for (ToolOnPaper.Begun each : List.of(begun.get(3), begun.get(0), begun.get(4))) {
      Servlets.Answer answer =
          tool.launch(post(each.state(), each.nonce()), Map.of("Cookie", cookies));
      assertThat(answer.status).isEqualTo(200);
      assertThat(answer.cookies).singleElement().asString().contains("Max-Age=0");
    }
  }

  @Test
  void letsTheSignedPlatformFrameThePageAndTakeTheAnswerOfDeepLinking() {
    ToolOnPaper.Begun begun = tool.begin(platform);
    Map<String, Object> claims = platform.deepLinking(begun.nonce(), tool.clock.instant());

    Servlets.Answer answer = tool.launch(form(begun.state(), claims), cookie(begun));

    assertThat(answer.header("Content-Security-Policy"))
        .contains("form-action 'self' https://a.example.edu;")
        .contains("frame-ancestors ")
        .doesNotContain("unsafe");
  }

  @Test
  void leadsBackToTheCourseOnlyAfterTheSignatureHeld() {
    ToolOnPaper.Begun begun = tool.begin(platform);
    Map<String, Object> claims = platform.resourceLink(begun.nonce(), tool.clock.instant());
    claims.remove("sub");
    Map<String, String> html = new HashMap<>(cookie(begun));
    html.put("Accept", "text/html");

    Servlets.Answer signed = tool.launch(form(begun.state(), claims), html);
    Servlets.Answer unsigned =
        tool.launch(
            form(begun.state(), claims).replaceFirst("[A-Za-z0-9_-]{9}$", "AAAAAAAAA"), html);

    assertThat(signed.text()).contains("https://a.example.edu/course/1");
    assertThat(unsigned.text()).doesNotContain("https://a.example.edu/course/1");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void letsOneOfSixteenSimultaneousPostsInOnTwoNodes(TestDatabase kind) throws Exception {
    try (ToolOnPaper node = new ToolOnPaper(kind.open())) {
      ToolOnPaper other = new ToolOnPaper(node.database);
      PlatformOnPaper shared =
          node.register("s", "https://campus.example.edu", "client-a", "ACTIVE");
      other.platforms.put("s", shared);
      other.clock.move(Duration.ofSeconds(3));
      ToolOnPaper.Begun begun = node.begin(shared);
      String body =
          "state="
              + begun.state()
              + "&id_token="
              + token(shared, shared.resourceLink(begun.nonce(), node.clock.instant()));
      assertThat(race(List.of(node, other), body, cookie(begun))).containsOnlyOnce(200);
      assertThat(node.openSessions()).isOne();
      assertThat(node.database.count("select count(*) from lms_user")).isOne();
      // after a restart the nonce is still known
      ToolOnPaper restarted = new ToolOnPaper(node.database);
      restarted.platforms.put("s", shared);
      restarted.clock.move(Duration.ofSeconds(3));
      assertThat(restarted.launch(body, cookie(begun)).status).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void forgetsOldLaunchesAndKeepsYoungOnes(TestDatabase kind) throws Exception {
    try (ToolOnPaper node = new ToolOnPaper(kind.open())) {
      PlatformOnPaper shared =
          node.register("s", "https://campus.example.edu", "client-a", "ACTIVE");
      launch(node, shared);
      node.clock.move(Duration.ofHours(3));
      launch(node, shared);

      assertThat(node.sessions.purge(node.clock.instant().minus(Duration.ofHours(4)), 10)).isZero();
      assertThat(node.sessions.purge(node.clock.instant().minus(Duration.ofHours(1)), 10)).isOne();
      assertThat(node.openSessions()).isOne();
    }
  }

  @Test
  void opensASessionForItsOwnBearerOnly() throws Exception {
    Bearer ada = bearer(launch(tool, platform));
    Bearer bob = bearer(launch(tool, platform));

    assertThat(tool.sessions.find(ada))
        .hasValueSatisfying(own -> assertThat(own.id()).isEqualTo(ada.launch()));
    assertThat(tool.sessions.find(new Bearer(ada.launch(), bob.secret()))).isEmpty();
    assertThat(tool.sessions.find(Bearer.of(ada.launch()))).isEmpty();
    assertThat(Bearer.parse("")).isEmpty();
    assertThat(Bearer.parse("not*base64*at*all*but*long*enough*for*a*bearer")).isEmpty();
    assertThat(Bearer.parse(ada.text())).hasValue(ada);
  }

  @Test
  void findsTheInstitutionByTheDeploymentWhereOneClientIdServesSeveral() throws Exception {
    UUID other =
        tool.register("b", "https://other.example.edu", "client-b", "ACTIVE").institutionId();
    String page = launch(tool, platform, Map.of("deployment_id", "deployment-2"), 403);
    assertThat(page).doesNotContain("bearer=");

    tool.database.execute(
        "update deployment set state = 'ACTIVE', institution_id = ? where deployment_id = ?",
        other,
        "deployment-2");
    tool.clock.move(Duration.ofSeconds(3)); // so that the directory reads again

    String second = launch(tool, platform, Map.of("deployment_id", "deployment-2"), 200);
    assertThat(institution(launch(tool, platform))).isEqualTo(platform.institutionId());
    assertThat(institution(second)).isEqualTo(other);
  }

  @ParameterizedTest
  @MethodSource
  void keepsWhatAnUnknownDeploymentCallsItself(Object claim, @Nullable String kept)
      throws Exception {
    launch(tool, platform, Map.of("deployment_id", "deployment-2", "tool_platform", claim), 403);

    assertThat(
            tool.database.count(
                "select count(*) from deployment where deployment_id = 'deployment-2'"
                    + " and state = 'PENDING' and coalesce(seen_as, '-') = ?",
                kept == null ? "-" : kept))
        .isOne();
  }

  static Stream<Arguments> keepsWhatAnUnknownDeploymentCallsItself() {
    return Stream.of(
        Arguments.of(
            Map.of("guid", "e3b0", "name", "Other University", "url", "https://learn.other.edu"),
            "Other University · https://learn.other.edu · e3b0"),
        Arguments.of(Map.of("guid", "e3b0", "name", 7), "e3b0"),
        Arguments.of(Map.of("guid", "x".repeat(4_000)), "x".repeat(120)),
        Arguments.of(Map.of("name", List.of("a")), null),
        Arguments.of("Other University", null));
  }

  private UUID institution(String page) {
    return tool.sessions.find(bearer(page)).orElseThrow().institutionId();
  }

  private static String launch(
      ToolOnPaper node, PlatformOnPaper platform, Map<String, Object> other, int status) {
    ToolOnPaper.Begun begun = node.begin(platform);
    Map<String, Object> claims = platform.resourceLink(begun.nonce(), node.clock.instant());
    other.forEach((name, value) -> claims.put(LaunchMessages.CLAIM + name, value));
    Servlets.Answer answer =
        node.launch(
            "state=" + begun.state() + "&id_token=" + token(platform, claims), cookie(begun));
    assertThat(answer.status).isEqualTo(status);
    return answer.text();
  }

  private static String launch(ToolOnPaper node, PlatformOnPaper platform) throws Exception {
    ToolOnPaper.Begun begun = node.begin(platform);
    String token = token(platform, platform.resourceLink(begun.nonce(), node.clock.instant()));
    Servlets.Answer answer =
        node.launch("state=" + begun.state() + "&id_token=" + token, cookie(begun));
    assertThat(answer.status).isEqualTo(200);
    return answer.text();
  }

  private static Bearer bearer(String page) {
    return Bearer.parse(page.substring(page.indexOf("bearer=") + 7)).orElseThrow();
  }

  private static List<Integer> race(
      List<ToolOnPaper> nodes, String body, Map<String, String> headers) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      ToolOnPaper node = nodes.get(i % nodes.size());
      answers.add(
          threads.submit(
              () -> {
                start.await();
                return node.launch(body, headers).status;
              }));
    }
    start.countDown();
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    threads.shutdown();
    return statuses;
  }

  private Servlets.Answer login(Map<String, String> more, Map<String, String> headers) {
    Map<String, String> fields = ToolOnPaper.initiation(platform);
    fields.putAll(more);
    return tool.login("GET", ToolOnPaper.encode(fields), headers);
  }

  private String pending() {
    Servlets.Answer keep = login(Map.of("lti_storage_target", "_parent"), FRAME);
    String next = found(keep.text(), "data-next=\"([^\"]+)\"").replace("&amp;", "&");
    Form request = Form.parse(next.substring(next.indexOf('?') + 1));
    Servlets.Answer recall = tool.launch(post(request.need("state"), request.need("nonce")), FRAME);
    return found(recall.text(), "name=\"launch_id\" value=\"([^\"]+)\"");
  }

  private String post(String state, String nonce) {
    return form(state, platform.resourceLink(nonce, tool.clock.instant()));
  }

  private String form(String state, Map<String, Object> claims) {
    return "state=" + state + "&id_token=" + token(platform, claims);
  }

  private static String token(PlatformOnPaper platform, Map<String, Object> claims) {
    return PlatformOnPaper.sign(
        PlatformOnPaper.json(platform.header()), PlatformOnPaper.json(claims), platform.key());
  }

  private static Map<String, String> cookie(ToolOnPaper.Begun begun) {
    return Map.of("Cookie", begun.cookie());
  }

  private static String found(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }
}
