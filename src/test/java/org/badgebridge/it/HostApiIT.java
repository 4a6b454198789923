package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What hosts may not do, over HTTP, and what they are told. */
@ArquillianTest
@RunAsClient
class HostApiIT {

  private static final String BASE = "/ims/ob/v3p0";
  private static final String READ =
      "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly";
  private static final String PROFILE =
      "https://purl.imsglobal.org/spec/ob/v3p0/scope/profile.readonly";
  private static final String BACK = "https://host.example.org/back";
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"; // RFC 7636
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"; // App. B
  private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern OWNER = Pattern.compile("name=\"owner\" value=\"([0-9a-f-]{36})\"");
  private static final Caller CALLER = new Caller(Campuses.tool());

  private static String cookie;
  private static JsonNode host;
  private static JsonNode other;

  @BeforeAll
  static void furnish() {
    Campus campus = Campuses.of(Personality.MOODLE);
    BadgeCourse course = BadgeCourse.make(campus, "Read by hosts");
    course.switchOn();
    Person eve = course.learnerWhoIsDone("Eve");
    course.claim(eve);
    cookie =
        CALLER
            .form(
                "/backpack/enter",
                Map.of(
                    "code",
                    Frame.found(
                        CODE,
                        Frame.of(course.open(eve)).press("/course/backpack", Map.of()).body())),
                "Origin",
                Campuses.tool().toString())
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow()
            .replaceFirst(";.*", "");
    host = json(register(says()), 201);
    other = json(register(says()), 201);
  }

  @Test
  void discoveryIsForEverybodyAndValid() throws Exception {
    HttpResponse<String> answer = CALLER.get(BASE + "/discovery");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age");
    JsonNode told = json(answer, 200);
    assertThat(told.at("/components/securitySchemes/OAuth2ACG/x-imssf-registrationUrl").asText())
        .isEqualTo(Campuses.tool() + BASE + "/register");
    assertThat(told.at("/info/termsOfService").asText()).startsWith(Campuses.tool() + "/hosts");
    assertThat(told.at("/components/securitySchemes/OAuth2ACG/x-imssf-privacyPolicyUrl").asText())
        .isEqualTo(told.at("/info/x-imssf-privacyPolicyUrl").asText())
        .startsWith("http");
    assertThat(told.findValuesAsText("operationId"))
        .containsExactly("getCredentials", "getProfile", "getServiceDescription");
    assertThat(told.at("/paths/~1credentials/get/responses/200/headers").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("X-Total-Count", "Link");
    Verifiers.Verdict verdict =
        Verifiers.install().run("verify-openapi.mjs", answer.body(), "http://127.0.0.1:9");
    assertThat(verdict.valid()).as(verdict.text()).isTrue();
  }

  @Test
  void registrationTellsWhatIsWrong() {
    assertThat(host.at("/client_secret_expires_at").asInt(-1)).isZero();
    assertThat(host.at("/scope").asText()).isEqualTo(READ + " offline_access");
    assertThat(json(register("{"), 400).at("/error").asText()).isEqualTo("invalid_client_metadata");
    assertThat(
            json(register(says().replace(BACK, "https://evil.example/back")), 400)
                .at("/error")
                .asText())
        .isEqualTo("invalid_redirect_uri");
    assertThat(register("{\"x\":\"" + "y".repeat(40_000) + "\"}").statusCode()).isEqualTo(413);
    assertThat(CALLER.post(BASE + "/register", "text/plain", says()).statusCode()).isEqualTo(400);
  }

  @Test
  void aCodeWorksOnceAndItsSecondUseEndsWhatItGave() {
    String code = allow("all", asks(READ + " offline_access"));
    JsonNode tokens = json(exchange(host, code, VERIFIER, BACK), 200);
    assertThat(tokens.at("/token_type").asText()).isEqualTo("Bearer");
    assertThat(read(tokens).headers().firstValue("X-Total-Count")).hasValue("1");
    assertRefused(exchange(host, code, VERIFIER, BACK), 400, "invalid_grant");
    assertThat(read(tokens).statusCode()).isEqualTo(401);
  }

  @Test
  void aCodeIsOfItsHostItsRedirectAndItsVerifier() {
    String code = allow("all", asks(READ));
    assertRefused(exchange(other, code, VERIFIER, BACK), 400, "invalid_grant");
    assertRefused(exchange(host, code, "x".repeat(43), BACK), 400, "invalid_grant");
    assertRefused(exchange(host, code, VERIFIER, BACK), 400, "invalid_grant");
    assertRefused(
        exchange(host, allow("all", asks(READ)), VERIFIER, BACK + "2"), 400, "invalid_grant");
    JsonNode tokens = json(exchange(host, allow("all", asks(READ)), VERIFIER, BACK), 200);
    assertThat(tokens.has("refresh_token")).as("offline_access was not asked for").isFalse();
  }

  @Test
  void aRefreshTokenThatComesTwiceEndsTheConnection() {
    JsonNode first =
        json(exchange(host, allow("all", asks(READ + " offline_access")), VERIFIER, BACK), 200);
    assertRefused(refresh(other, first), 400, "invalid_grant");
    JsonNode second = json(refresh(host, first), 200);
    assertThat(read(second).statusCode()).isEqualTo(200);
    assertRefused(refresh(host, first), 400, "invalid_grant");
    assertRefused(refresh(host, second), 400, "invalid_grant");
    assertThat(read(second).statusCode()).isEqualTo(401);
  }

  @Test
  void whatIsGivenBackOpensNothing() {
    JsonNode tokens = json(exchange(host, allow("all", asks(READ)), VERIFIER, BACK), 200);
    Map<String, String> form = Map.of("token", tokens.at("/access_token").asText());
    assertThat(CALLER.form(BASE + "/revoke", form).statusCode()).isEqualTo(401);
    CALLER.form(BASE + "/revoke", form, "Authorization", basic(other));
    assertThat(read(tokens).statusCode()).isEqualTo(200);
    assertThat(CALLER.form(BASE + "/revoke", form, "Authorization", basic(host)).statusCode())
        .isEqualTo(200);
    assertThat(read(tokens).statusCode()).isEqualTo(401);
  }

  @Test
  void aHostProvesItselfByBasicAlone() {
    String code = allow("all", asks(READ));
    Map<String, String> form = new LinkedHashMap<>(form(code, VERIFIER, BACK));
    HttpResponse<String> none = CALLER.form(BASE + "/token", form);
    assertRefused(none, 401, "invalid_client");
    assertThat(none.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
    form.put("client_id", host.at("/client_id").asText());
    form.put("client_secret", host.at("/client_secret").asText());
    assertRefused(CALLER.form(BASE + "/token", form), 401, "invalid_client");
    for (String wrong : new String[] {"Basic x", "Basic eDp5", "Bearer x", basic(host) + "x"}) {
      assertRefused(
          CALLER.form(BASE + "/token", form(code, VERIFIER, BACK), "Authorization", wrong),
          401,
          "invalid_client");
    }
    assertRefused(
        CALLER.form(
            BASE + "/token", Map.of("grant_type", "password"), "Authorization", basic(host)),
        400,
        "");
    assertRefused(
        CALLER.form(
            BASE + "/token", Map.of("code", "x".repeat(20_000)), "Authorization", basic(host)),
        400,
        "invalid_request");
  }

  @Test
  void readingNeedsATokenThatOpensIt() {
    HttpResponse<String> none = CALLER.get(BASE + "/credentials");
    assertThat(none.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(json(none, 401).at("/imsx_codeMajor").asText()).isEqualTo("failure");
    HttpResponse<String> wrong = get("/profile", "AAAA");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");

    String code = allow("all", asks(READ + " " + PROFILE));
    String token = json(exchange(host, code, VERIFIER, BACK), 200).at("/access_token").asText();
    HttpResponse<String> profile = get("/profile", token);
    assertThat(profile.headers().firstValue("WWW-Authenticate").orElse(""))
        .as("the host did not register that scope")
        .contains("insufficient_scope", PROFILE);
    assertThat(json(profile, 403).at("/imsx_severity").asText()).isEqualTo("error");
    assertThat(json(get("/credentials?limit=0", token), 400).at("/imsx_description").asText())
        .contains("limit");
    assertThat(get("/credentials?offset=1", token).headers().firstValue("Link").orElse(""))
        .contains("rel=\"first\"", "rel=\"last\"", "rel=\"prev\"")
        .doesNotContain("rel=\"next\"");
    assertThat(json(get("/credentials?since=2999-01-01T00:00:00Z", token), 200).at("/credential"))
        .isEmpty();
  }

  @Test
  void whoReadsTooOftenIsToldWhenToComeBack() {
    JsonNode busy = json(exchange(host, allow("all", asks(READ)), VERIFIER, BACK), 200);
    HttpResponse<String> answer = read(busy);
    for (int i = 0; i < 200 && answer.statusCode() == 200; i++) {
      answer = read(busy);
    }
    assertThat(json(answer, 429).at("/imsx_codeMajor").asText()).isEqualTo("failure");
    assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 61);
    JsonNode another = json(exchange(host, allow("all", asks(READ)), VERIFIER, BACK), 200);
    assertThat(read(another).statusCode()).as("another connection").isEqualTo(200);
  }

  @Test
  void nothingCanBeWritten() {
    assertThat(
            json(CALLER.post(BASE + "/credentials", "application/json", "{}"), 405)
                .at("/imsx_codeMajor")
                .asText())
        .isEqualTo("failure");
    json(CALLER.send("PUT", BASE + "/profile", "{}", "Content-Type", "application/json"), 405);
  }

  /** "DEFAULT application/json Imsx_StatusInfo", also where nothing of ours is asked. */
  @Test
  void everyFailureIsSaidInTheWordsOfTheSpecification() {
    for (String[] each :
        new String[][] {
          {"DELETE", "/credentials", "405", "not_allowed"},
          {"POST", "/profile", "405", "not_allowed"},
          {"POST", "/discovery", "405", "not_allowed"},
          {"GET", "/credentials/1", "404", "not_found"},
          {"GET", "/nothing", "404", "not_found"}
        }) {
      HttpResponse<String> answer =
          CALLER.send(each[0], BASE + each[1], "", "Accept", "text/html, */*");
      JsonNode told = json(answer, Integer.parseInt(each[2]));
      assertThat(told.findValuesAsText("imsx_codeMinorFieldValue")).containsExactly(each[3]);
      assertThat(told.has("imsx_description")).isTrue();
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("json");
    }
    assertRefused(CALLER.form(BASE + "/token", Map.of()), 401, "invalid_client");
  }

  @Test
  void aPrivateBadgeStaysPrivateIfTheOwnerSaysSo() {
    JsonNode tokens = json(exchange(host, allow("public", asks(READ)), VERIFIER, BACK), 200);
    HttpResponse<String> answer = read(tokens);
    assertThat(answer.headers().firstValue("X-Total-Count")).hasValue("0");
    assertThat(json(answer, 200).at("/credential")).isEmpty();
  }

  @Test
  void nobodyIsSentAwayByARequestThatIsNotInOrder() {
    Map<String, String> plain = asks(READ);
    plain.put("code_challenge_method", "plain");
    Map<String, String> bare = asks(READ);
    bare.remove("code_challenge");
    Map<String, String> elsewhere = asks(READ);
    elsewhere.put("redirect_uri", "https://evil.example/");
    Map<String, String> unknown = asks(READ);
    unknown.put("client_id", "00000000-0000-0000-0000-000000000000");
    for (Map<String, String> each : List.of(plain, bare, elsewhere, unknown)) {
      assertThat(CALLER.get("/authorize?" + Frame.form(each)).statusCode())
          .as(each.toString())
          .isEqualTo(400);
      assertThat(answer(each, "00000000-0000-0000-0000-000000000000", "all").statusCode())
          .isEqualTo(409);
    }
    assertThat(CALLER.get("/authorize").statusCode()).isEqualTo(400);
    assertThat(CALLER.get("/authorize?" + Frame.form(asks(READ)) + "&state=twice").statusCode())
        .isEqualTo(400);
  }

  @Test
  void nobodyElseAnswersForTheOwner() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("request", Frame.form(asks(READ)));
    form.put("owner", owner(asks(READ)));
    form.put("answer", "allow");
    assertThat(CALLER.form("/authorize", form, "Cookie", cookie).statusCode())
        .as("another site's page")
        .isEqualTo(403);
    assertThat(
            CALLER
                .form("/authorize", form, "Cookie", cookie, "Origin", "https://host.example.org")
                .statusCode())
        .isEqualTo(403);
    assertThat(CALLER.form("/authorize", form, "Origin", Campuses.tool().toString()).statusCode())
        .as("nobody")
        .isEqualTo(401);
  }

  private static String says() {
    ObjectNode says =
        JsonNodeFactory.instance
            .objectNode()
            .put("client_name", "Host")
            .put("client_uri", "https://host.example.org/")
            .put("logo_uri", "https://host.example.org/logo.png")
            .put("tos_uri", "https://host.example.org/terms")
            .put("policy_uri", "https://host.example.org/privacy")
            .put("software_id", "host")
            .put("software_version", "1")
            .put("scope", READ + " offline_access");
    says.putArray("redirect_uris").add(BACK);
    return says.toString();
  }

  private static HttpResponse<String> register(String body) {
    return CALLER.post(BASE + "/register", "application/json", body);
  }

  private static Map<String, String> asks(String scope) {
    Map<String, String> asks = new LinkedHashMap<>();
    asks.put("response_type", "code");
    asks.put("client_id", host.at("/client_id").asText());
    asks.put("redirect_uri", BACK);
    asks.put("scope", scope);
    asks.put("state", "s");
    asks.put("code_challenge", CHALLENGE);
    asks.put("code_challenge_method", "S256");
    return asks;
  }

  private static String owner(Map<String, String> asks) {
    HttpResponse<String> page = CALLER.get("/authorize?" + Frame.form(asks), "Cookie", cookie);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("form-action 'self' https://host.example.org;", "frame-ancestors 'none'");
    return Frame.found(OWNER, page.body());
  }

  /** Lets the owner allow it, and gives the code. */
  private static String allow(String badges, Map<String, String> asks) {
    HttpResponse<String> answer = answer(asks, owner(asks), badges);
    assertThat(answer.statusCode()).isEqualTo(303);
    String back = answer.headers().firstValue("Location").orElseThrow();
    assertThat(back).startsWith(BACK + "?").contains("state=s", "iss=", "scope=");
    return Frame.found(Pattern.compile("[?&]code=([\\w-]+)"), back);
  }

  private static HttpResponse<String> answer(
      Map<String, String> asks, String owner, String badges) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("request", Frame.form(asks));
    form.put("owner", owner);
    form.put("answer", "allow");
    form.put("badges", badges);
    form.put("days", "90");
    return CALLER.form("/authorize", form, "Cookie", cookie, "Origin", Campuses.tool().toString());
  }

  private static Map<String, String> form(String code, String verifier, String redirect) {
    return Map.of(
        "grant_type",
        "authorization_code",
        "code",
        code,
        "redirect_uri",
        redirect,
        "code_verifier",
        verifier,
        "scope",
        READ);
  }

  private static HttpResponse<String> exchange(
      JsonNode client, String code, String verifier, String redirect) {
    return CALLER.form(
        BASE + "/token", form(code, verifier, redirect), "Authorization", basic(client));
  }

  private static HttpResponse<String> refresh(JsonNode client, JsonNode tokens) {
    return CALLER.form(
        BASE + "/token",
        Map.of(
            "grant_type", "refresh_token", "refresh_token", tokens.at("/refresh_token").asText()),
        "Authorization",
        basic(client));
  }

  private static String basic(JsonNode client) {
    String both = client.at("/client_id").asText() + ":" + client.at("/client_secret").asText();
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> read(JsonNode tokens) {
    return get("/credentials", tokens.at("/access_token").asText());
  }

  private static HttpResponse<String> get(String path, String token) {
    return CALLER.get(BASE + path, "Authorization", "Bearer " + token);
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String error) {
    JsonNode told = json(answer, status);
    assertThat(told.at("/error").asText()).contains(error).isNotEmpty();
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  private static JsonNode json(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return RestApiIT.json(answer);
  }
}
