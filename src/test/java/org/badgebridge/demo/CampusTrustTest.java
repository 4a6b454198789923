package org.badgebridge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.demo.Failures.Mode;
import org.badgebridge.demo.Failures.Part;
import org.badgebridge.demo.client.BrowserlessLaunch;
import org.badgebridge.demo.client.CookieRule;
import org.badgebridge.demo.client.ToolPage;
import org.badgebridge.demo.http.Json;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Claims;
import org.badgebridge.demo.oidc.SigningKeys;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the campus demands of a tool before it believes it. */
class CampusTrustTest {

  @ParameterizedTest
  @EnumSource(Personality.class)
  void givesATokenForARightAssertionOnly(Personality personality) {
    try (var tool = new FakeTool(personality)) {
      String scope = Claims.SCOPE_SCORE;
      String assertion = tool.assertion().serialize();

      assertThat(tool.askToken(assertion, scope + " unknown").body())
          .contains("access_token", "\"scope\":\"" + scope + "\"");
      assertThat(tool.askToken(assertion, scope).body()).contains("jti");
      var forged = tool.assertion().signedBy(SigningKeys.generate());
      assertThat(tool.askToken(forged.serialize(), scope).statusCode()).isEqualTo(400);
      assertThat(tool.askToken(tool.assertion().keyId("other").serialize(), scope).statusCode())
          .isEqualTo(400);
      assertThat(tool.askToken(tool.assertion().serialize(), "unknown").body())
          .contains("invalid_scope");
      var astray =
          tool.assertion()
              .payload(tool.assertion().payload().replace(tool.audience(), "https://a"));
      assertThat(tool.askToken(astray.serialize(), scope).statusCode())
          .isEqualTo(personality == Personality.MOODLE ? 200 : 400);
    }
  }

  private static Map<String, Object> response(Campus campus, Map<String, Object> request) {
    long now = Instant.now().getEpochSecond();
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", campus.clientId());
    claims.put("sub", campus.clientId());
    claims.put("aud", campus.issuer());
    claims.put("iat", now - 5);
    claims.put("exp", now + 300);
    claims.put("nonce", "n");
    claims.put(Claims.MESSAGE_TYPE, "LtiDeepLinkingResponse");
    claims.put(Claims.VERSION, "1.3.0");
    claims.put(Claims.DEPLOYMENT_ID, campus.deploymentId());
    Object data = Json.child(request, Claims.DEEP_LINKING).get("data");
    if (data != null) {
      claims.put(Claims.DATA, data);
    }
    claims.put(
        Claims.CONTENT_ITEMS,
        List.of(
            Map.of(
                "type", "ltiResourceLink",
                "title", "Source critic",
                "url", "http://127.0.0.1:8080/lti/launch",
                "custom", Map.of("attachment", "a1"),
                "lineItem", Map.of("label", "Source critic", "scoreMaximum", 1))));
    return claims;
  }

  @ParameterizedTest
  @EnumSource(Personality.class)
  void deepLinkingPutsTheItemAndItsColumnIntoTheCourse(Personality personality) throws Exception {
    try (var tool = new FakeTool(personality)) {
      Campus campus = tool.campus;
      Course course = campus.school().courses().get(0);
      var browser =
          new BrowserlessLaunch(campus, campus.school().person(Role.LECTURER), CookieRule.NONE);
      browser.deepLink(course);
      String token = tool.launches.get(0).getOrDefault("id_token", "");
      Map<String, Object> request = SignedJWT.parse(token).getJWTClaimsSet().getClaims();
      URI address =
          URI.create(
              String.valueOf(Json.child(request, Claims.DEEP_LINKING).get("deep_link_return_url")));
      Map<String, Object> right = response(campus, request);
      var late = new LinkedHashMap<>(right);
      late.put("exp", Instant.now().getEpochSecond() - 1);
      var elsewhere = new LinkedHashMap<>(right);
      elsewhere.put("iss", "somebody");

      assertThat(
              browser.client().post(address, Map.of("JWT", tool.signed(late).serialize())).status())
          .isEqualTo(400);
      assertThat(
              browser
                  .client()
                  .post(address, Map.of("JWT", tool.signed(elsewhere).serialize()))
                  .status())
          .isEqualTo(400);
      ToolPage done = browser.client().post(address, Map.of("JWT", tool.signed(right).serialize()));

      assertThat(done.body()).contains("1 added.");
      Activity added =
          course.activities().stream()
              .filter(activity -> activity.title().equals("Source critic"))
              .findFirst()
              .orElseThrow();
      assertThat(added.toolLink().custom()).containsEntry("attachment", "a1");
      assertThat(course.columnOf(added)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(Personality.class)
  void registersAToolThatThenWaitsForTheAdministrator(Personality personality) {
    try (var tool = new FakeTool(personality)) {
      Map<String, String> sent = asked(tool, "");

      String answer = register(tool, sent, REGISTRATION);

      String client = String.valueOf(Json.object(answer).get("client_id"));
      assertThat(tool.campus.school().tools().get(client).active()).isFalse();
      assertThat(answer.contains("deployment_id")).isNotEqualTo(personality == Personality.CANVAS);
      assertThat(sent.containsKey("registration_token"))
          .isNotEqualTo(personality == Personality.BRIGHTSPACE);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Personality.class, names = "BRIGHTSPACE", mode = EnumSource.Mode.EXCLUDE)
  void aToolThatRegistersAgainKeepsItsClientIdAndItsUsers(Personality personality) {
    try (var tool = new FakeTool(personality)) {
      var tools = tool.campus.school().tools();
      String first = register(tool, asked(tool, ""), REGISTRATION);
      String client = String.valueOf(Json.object(first).get("client_id"));
      tools.put(tools.get(client).active(true));
      int known = tools.all().size();

      Map<String, String> sent = asked(tool, "&update=" + client);
      String again = register(tool, sent, REGISTRATION.replace("Another", "Renamed"));

      assertThat(Json.object(again)).containsEntry("client_id", client);
      assertThat(tools.all()).hasSize(known);
      assertThat(tools.get(client).name()).isEqualTo("Renamed");
      assertThat(tools.get(client).active()).isTrue();
      assertThat(post(tool, tool.campus.base().resolve("/lti/register"), sent, REGISTRATION))
          .isEqualTo("invalid_token");
    }
  }

  /** What the campus sends the tool when its administrator registers one. */
  private static Map<String, String> asked(FakeTool tool, String parameters) {
    Campus campus = tool.campus;
    var browser =
        new BrowserlessLaunch(campus, campus.school().person(Role.ADMINISTRATOR), CookieRule.ALL);
    String page =
        browser
            .client()
            .get(
                campus
                    .base()
                    .resolve("/admin/tools/register?url=http://127.0.0.1:9/register" + parameters))
            .body();
    String opened = page.replaceAll("(?s).*src=\"(http://127.0.0.1:9[^\"]*)\".*", "$1");
    return Request.pairs(URI.create(opened.replace("&amp;", "&")).getRawQuery());
  }

  /** What the campus answers to a tool that reads the configuration and registers. */
  private static String register(FakeTool tool, Map<String, String> sent, String registration) {
    String configuration =
        tool.send(
                HttpRequest.newBuilder(URI.create(String.valueOf(sent.get("openid_configuration"))))
                    .header("Authorization", bearer(sent)))
            .body();
    String endpoint = String.valueOf(Json.object(configuration).get("registration_endpoint"));
    return post(tool, URI.create(endpoint), sent, registration);
  }

  private static String post(
      FakeTool tool, URI endpoint, Map<String, String> sent, String registration) {
    return tool.send(
            HttpRequest.newBuilder(endpoint)
                .header("Authorization", bearer(sent))
                .POST(HttpRequest.BodyPublishers.ofString(registration)))
        .body();
  }

  private static String bearer(Map<String, String> sent) {
    return "Bearer " + sent.getOrDefault("registration_token", "none");
  }

  private static final String REGISTRATION =
      """
      {"application_type":"web","client_name":"Another","initiate_login_uri":"https://t.example/login",
       "redirect_uris":["https://t.example/launch"],"jwks_uri":"https://t.example/jwks",
       "token_endpoint_auth_method":"private_key_jwt",
       "scope":"https://purl.imsglobal.org/spec/lti-ags/scope/score",
       "https://purl.imsglobal.org/spec/lti-tool-configuration":{"domain":"t.example",
        "target_link_uri":"https://t.example/launch","claims":["name"],
        "messages":[{"type":"LtiDeepLinkingRequest","placements":["link_selection"]}]}}
      """;

  @Test
  void brokenServicesFailAsAskedAndAreCounted() {
    try (var tool = new FakeTool(Personality.MOODLE)) {
      Failures failures = tool.campus.failures();
      failures.set(Part.TOKEN, Mode.TOO_MANY);
      var busy = tool.askToken(tool.assertion().serialize(), Claims.SCOPE_SCORE);
      failures.set(Part.TOKEN, Mode.UNAUTHORIZED_ONCE);
      var once = tool.askToken(tool.assertion().serialize(), Claims.SCOPE_SCORE);
      var then = tool.askToken(tool.assertion().serialize(), Claims.SCOPE_SCORE);

      assertThat(busy.headers().firstValue("Retry-After")).contains("7");
      assertThat(List.of(busy.statusCode(), once.statusCode(), then.statusCode()))
          .containsExactly(429, 401, 200);
      assertThat(failures.asked(Part.TOKEN)).isEqualTo(3);
    }
  }

  @Test
  void stateAndKeysSurviveARestart() throws Exception {
    Path folder = Files.createTempDirectory("campus");
    URI tool = URI.create("http://127.0.0.1:8080");
    var clock = Clock.systemUTC();
    String key;
    List<String> people;
    try (var campus = Campus.start(0, Personality.MOODLE, tool, clock, folder)) {
      key = campus.keys().current().getKeyID();
      Course course = campus.school().courses().get(0);
      campus.school().complete(course.activities().get(0), campus.school().person(Role.LEARNER));
      people = campus.school().people().stream().map(person -> person.id()).toList();
    }
    try (var campus = Campus.start(0, Personality.MOODLE, tool, clock, folder)) {
      assertThat(campus.keys().current().getKeyID()).isEqualTo(key);
      assertThat(campus.school().people()).extracting("id").isEqualTo(people);
      assertThat(campus.school().courses().get(0).activities().get(0).completions()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Personality.class)
  void registrationFileInTheRepositoryIsWhatTheCampusSays(Personality personality)
      throws Exception {
    String name = personality == Personality.MOODLE ? "" : "-" + personality.product();
    String file = Files.readString(Path.of("lti-config/platforms/demo-campus" + name + ".json"));
    try (var campus = Campus.start(0, personality, URI.create("http://127.0.0.1:8080"))) {
      assertThat(file.replaceAll("localhost:808\\d", "localhost"))
          .isEqualTo(campus.registrationFile().replaceAll("localhost:\\d+", "localhost"));
    }
  }
}
