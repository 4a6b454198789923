package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.badgebridge.demo.school.Person;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One badge in all its forms, as the real server hands them out: public, private, revoked. */
@ExtendWith(SharedServer.Extension.class)
class RenditionsIT {

  private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern AWARD = Pattern.compile("/backpack/([0-9a-f-]{36})");

  private static final Map<String, String> TYPES =
      Map.of(
          "json", "application/json",
          "jwt", "text/plain",
          "png", "image/png",
          "svg", "image/svg+xml",
          "pdf", "application/pdf");

  private static final List<String> HOSTED = List.of("", ".json", ".png", ".svg");

  private static SharedServer shared;
  private static Caller caller;
  private static BadgeCourse course;

  @BeforeAll
  static void fill(SharedServer server) {
    shared = server;
    caller = new Caller(server.process().address());
    course = BadgeCourse.make(server.campus("home"), "renditions");
    course.switchOn();
  }

  @Test
  void aPublicBadgeIsThereInEveryForm() throws Exception {
    String page = "/assertions/" + published("Ann");
    TYPES.forEach(
        (suffix, type) -> {
          HttpResponse<String> file = caller.get(page + "." + suffix);
          assertThat(file.statusCode()).as(suffix).isEqualTo(200);
          assertThat(header(file, "Content-Type")).startsWith(type);
          assertThat(header(file, "Cache-Control")).isEqualTo("no-cache");
          assertThat(header(file, "Access-Control-Allow-Origin")).isEqualTo("*");
          String tag = header(file, "ETag");
          assertThat(caller.get(page + "." + suffix, "If-None-Match", tag).statusCode())
              .as(suffix)
              .isEqualTo(304);
          HttpResponse<String> head = caller.send("HEAD", page + "." + suffix, "");
          assertThat(head.statusCode()).isEqualTo(200);
          assertThat(header(head, "ETag")).isEqualTo(tag);
          assertThat(head.body()).isEmpty();
        });
    assertThat(caller.get(page + ".pdf").body()).startsWith("%PDF-");
    assertThat(caller.get(page + ".jwt").body().split("\\.")).hasSize(3);
  }

  @Test
  void aPublicBadgeIsNegotiated() throws Exception {
    String page = "/assertions/" + published("Ben");
    assertThat(header(caller.get(page, "Accept", "application/vc"), "Content-Type"))
        .startsWith("application/vc");
    assertThat(header(caller.get(page, "Accept", "application/jwt"), "Content-Type"))
        .startsWith("application/jwt");
    HttpResponse<String> html = caller.get(page, "Accept", "text/html,*/*;q=0.8");
    assertThat(header(html, "Content-Type")).startsWith("text/html");
    assertThat(html.headers().allValues("Link"))
        .hasSize(TYPES.size())
        .anyMatch(link -> link.contains(page + ".jwt>; rel=\"alternate\""));
    assertThat(html.body()).contains(page + ".pdf?lang=en", page + ".jwt", "/ob2" + page + ".png");
  }

  @Test
  void aPublicBadgeIsHostedForOlderBackpacks() throws Exception {
    String page = "/ob2/assertions/" + published("Cas");
    for (String suffix : HOSTED) {
      assertThat(caller.get(page + suffix).statusCode()).as(suffix).isEqualTo(200);
    }
    HttpResponse<String> assertion = caller.get(page, "Accept", "application/json");
    assertThat(header(assertion, "Content-Type")).startsWith("application/ld+json");
    String badge = Frame.found(Pattern.compile("(/ob2/badges/[^\"]+)"), assertion.body());
    HttpResponse<String> badgeClass = caller.get(badge);
    assertThat(badgeClass.body()).contains("\"BadgeClass\"");
    String issuer = Frame.found(Pattern.compile("(/ob2/issuers/[^\"]+)"), badgeClass.body());
    assertThat(caller.get(issuer).body()).contains("\"Issuer\"");
    assertThat(caller.get(badge.replaceFirst("/versions/.*", "")).statusCode()).isEqualTo(200);
    assertThat(caller.get("/ob2/badges/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(header(caller.get(page, "Accept", "text/html"), "Location"))
        .endsWith(page.substring("/ob2".length()));
  }

  @Test
  void aPrivateBadgeIsThereForItsOwnerOnly() throws Exception {
    Person dot = course.learnerWhoIsDone("Dot");
    String credential = published(dot);
    Frame.of(course.open(dot)).press("/course/badges/" + credential + "/hide", Map.of());
    TYPES
        .keySet()
        .forEach(
            suffix ->
                assertThat(caller.get("/assertions/" + credential + "." + suffix).statusCode())
                    .isEqualTo(404));
    HOSTED.forEach(
        suffix ->
            assertThat(caller.get("/ob2/assertions/" + credential + suffix).statusCode())
                .isEqualTo(404));

    String cookie = backpackOf(dot);
    String list = caller.get("/backpack", "Cookie", cookie).body();
    String files = "/backpack/" + Frame.found(AWARD, list) + "/badge.";
    TYPES.forEach(
        (suffix, type) -> {
          HttpResponse<String> file = caller.get(files + suffix, "Cookie", cookie);
          assertThat(file.statusCode()).as(suffix).isEqualTo(200);
          assertThat(header(file, "Content-Type")).startsWith(type);
          assertThat(header(file, "Cache-Control")).isEqualTo("no-store");
          assertThat(header(file, "Content-Disposition"))
              .isEqualTo("attachment; filename=\"badge-" + credential + "." + suffix + "\"");
        });
    assertThat(caller.get(files + "exe", "Cookie", cookie).statusCode()).isEqualTo(404);
  }

  @Test
  void aBadgeGoesIntoAWallet() throws Exception {
    Person fay = course.learnerWhoIsDone("Fay");
    String page = "/wallet/" + published(fay);
    String cookie = backpackOf(fay);
    String server = shared.process().address().toString();
    Verifiers wallet = Verifiers.install();
    String followed = "";
    List<String> keys =
        List.of("ES256 jwk", "EdDSA did:key", "ES256 did:key", "EdDSA jwk", "ES256 did:jwk");
    for (int i = 0; i < keys.size(); i++) {
      String format = i < 3 ? "ldp" : "jwt";
      String shown =
          caller.form(page, Map.of("format", format), "Origin", server, "Cookie", cookie).body();
      String offer = Frame.found(Pattern.compile("href=\"(openid-[^\"]+)\""), shown);
      String number = Frame.found(Pattern.compile("<strong>(\\d{3} \\d{3})</strong>"), shown);
      Verifiers.Verdict verdict =
          wallet.takeIntoWallet(offer, number.replace(" ", ""), keys.get(i), server);
      assertThat(verdict.valid()).as(keys.get(i) + verdict.text()).isTrue();
      followed = Frame.found(Pattern.compile("hx-get=\"([^\"]+/offers/[^\"]+)\""), shown);
      assertThat(caller.get(followed, "Cookie", cookie).body())
          .contains("Your wallet has the badge.")
          .doesNotContain("hx-get");
    }
    String stranger = backpackOf(course.learnerWhoIsDone("Gus"));
    assertThat(caller.get(page, "Cookie", stranger).statusCode()).isEqualTo(404);
    assertThat(caller.get(followed, "Cookie", stranger).statusCode()).isEqualTo(404);
    assertThat(header(caller.get(page, "Accept", "text/html"), "Location"))
        .contains("/backpack/sign-in");
    assertThat(caller.get("/vci/offers/" + "A".repeat(43)).statusCode()).isEqualTo(404);
  }

  @Test
  void aRevokedBadgeSaysSoInEveryForm() throws Exception {
    String credential = published("Eli");
    revoke(credential);
    for (String suffix : HOSTED) {
      HttpResponse<String> gone = caller.get("/ob2/assertions/" + credential + suffix);
      assertThat(gone.statusCode()).isEqualTo(410);
      assertThat(gone.body()).contains("\"revoked\":true").doesNotContain("recipient");
    }
    String page = "/assertions/" + credential;
    assertThat(caller.get(page, "Accept", "text/html").body())
        .contains("Revoked on")
        .doesNotContain("/ob2");
    assertThat(caller.get(page + ".pdf").statusCode()).isEqualTo(200);
  }

  @Test
  void aBadgeIsVerifiedHereByAnybody() throws Exception {
    String credential = published("Fay");
    String page = "/assertions/" + credential;
    String address = shared.process().address() + page;
    HttpResponse<String> shown =
        caller.get("/verify?url=" + address, "Accept", "text/html", "Accept-Language", "nl");
    assertThat(shown.body()).contains("data-state=\"VALID\"", "Deze badge is geldig");
    assertThat(header(shown, "Cache-Control")).isEqualTo("no-store");

    String svg = caller.get(page + ".svg").body();
    String file = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    for (String brought :
        List.of(
            "{\"url\":\"" + address + "\"}",
            "{\"url\":\"" + address.replace("/assertions", "/ob2/assertions") + "\"}",
            "{\"badge\":" + caller.get(page + ".json").body() + "}",
            "{\"badge\":\"" + caller.get(page + ".jwt").body() + "\"}",
            "{\"file\":\"" + file + "\"}")) {
      HttpResponse<String> verdict = verify(brought);
      assertThat(verdict.statusCode()).isEqualTo(200);
      assertThat(verdict.body()).contains("\"state\":\"VALID\"", "\"check\":\"REVOCATION\"");
    }
    assertThat(verify("{\"badge\":{\"a\":1}}").body()).contains("\"state\":\"UNREADABLE\"");
    for (String wrong : List.of("{}", "{\"url\":\"x\"}", "{\"file\":\"?\"}", "{\"link\":\"x\"}")) {
      assertThat(verify(wrong).statusCode()).as(wrong).isEqualTo(422);
    }
    assertThat(verify("{").statusCode()).isEqualTo(400);
    assertThat(verify("{\"badge\":\"" + "x".repeat(2 << 20) + "\"}").statusCode()).isEqualTo(413);

    revoke(credential);
    assertThat(caller.get("/verify?url=" + address).statusCode()).isEqualTo(200);
    for (int i = 0; i < 40; i++) {
      verify("{\"badge\":\"x\"}");
    }
    HttpResponse<String> tired = verify("{\"badge\":\"x\"}");
    assertThat(tired.statusCode()).isEqualTo(429);
    assertThat(header(tired, "Content-Type")).startsWith("application/problem+json");
  }

  private static HttpResponse<String> verify(String body) {
    return caller.post("/api/v1/verify", "application/json", body);
  }

  private static String published(String given) throws Exception {
    return published(course.learnerWhoIsDone(given));
  }

  private static String published(Person learner) throws Exception {
    Waiting.until("an offer", () -> BadgeCourse.offers(course.open(learner)));
    String credential = course.claim(learner);
    Frame.of(course.open(learner)).press("/course/badges/" + credential + "/publish", Map.of());
    return credential;
  }

  private static String backpackOf(Person learner) {
    String answer = Frame.of(course.open(learner)).press("/course/backpack", Map.of()).body();
    return caller
        .form(
            "/backpack/enter",
            Map.of("code", Frame.found(CODE, answer)),
            "Origin",
            shared.process().address().toString())
        .headers()
        .firstValue("Set-Cookie")
        .orElseThrow()
        .replaceFirst(";.*", "");
  }

  private static void revoke(String credential) throws SQLException {
    List<String> jdbc = shared.process().jdbc();
    try (Connection connection =
            DriverManager.getConnection(jdbc.get(0), jdbc.get(1), jdbc.get(2));
        PreparedStatement update =
            connection.prepareStatement(
                "update credential set revoked_at = current_timestamp where id = ?")) {
      update.setObject(1, UUID.fromString(credential));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
