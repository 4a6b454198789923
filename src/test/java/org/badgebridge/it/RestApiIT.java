package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The interface for programs on the real server, as programs call it. */
@ExtendWith(SharedServer.Extension.class)
class RestApiIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LIST = "/api/v1/badge-classes";
  private static final String AWARDS = "/api/v1/awards";
  private static final String NOBODY = UUID.randomUUID().toString();

  private static Caller caller;
  private static ApiTokens tokens;
  private static String token;
  private static String other;

  @BeforeAll
  static void clients(SharedServer server) {
    caller = new Caller(server.process().address());
    tokens = new ApiTokens(server.process());
    token = tokens.all("Demo University");
    other = tokens.all("Other University");
  }

  // what it is for ---------------------------------------------------------------------------

  @Test
  void aBadgeClassLivesFromDraftToArchive() {
    HttpResponse<String> made = post(LIST, wish("Mentor", false));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String id = json(made).get("id").asText();
    String address = LIST + "/" + id;
    assertThat(made.headers().firstValue("Location").orElseThrow()).endsWith(address);
    assertThat(json(made).get("state").asText()).isEqualTo("DRAFT");
    assertThat(json(made).has("page")).isFalse();

    HttpResponse<String> read = get(address);
    assertThat(tag(read)).isEqualTo(tag(made));
    assertThat(json(read)).isEqualTo(json(made));
    HttpResponse<String> changed =
        put(address, content("Peer mentor"), "If-Match", tag(read), "Accept-Language", "nl");
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(json(changed).at("/content/wording/name").asText()).isEqualTo("Peer mentor");
    assertThat(tag(changed)).isNotEqualTo(tag(read)).isEqualTo(tag(get(address)));

    assertThat(json(post(address + "/publish", "")).get("state").asText()).isEqualTo("PUBLISHED");
    assertThat(json(get(address)).get("page").asText()).endsWith("/badges/" + id);
    assertThat(json(get(address + "/versions")).get("versions").toString()).isEqualTo("[1]");
    assertThat(json(get(address + "/versions/1")).get("content"))
        .isEqualTo(json(changed).get("content"));
    assertThat(get(address + "/versions/2").statusCode()).isEqualTo(404);
    assertThat(json(get(address + "/achievement")).get("type").toString())
        .isEqualTo("[\"Achievement\"]");
    HttpResponse<String> copy = post(address + "/copy", "");
    assertThat(copy.statusCode()).isEqualTo(201);
    assertThat(json(copy).get("id").asText()).isNotEqualTo(id);
    assertThat(json(post(address + "/archive", "")).get("state").asText()).isEqualTo("ARCHIVED");
    assertProblem(put(address, content("X"), "If-Match", "*"), 409);
    assertProblem(post(address + "/publish", ""), 409);
    assertThat(json(post(address + "/restore", "")).get("state").asText()).isEqualTo("PUBLISHED");
  }

  @Test
  void listsArePagedByKey() {
    String mark = "Paged " + UUID.randomUUID();
    for (int i = 0; i < 5; i++) {
      post(LIST, wish(mark + " " + i, i > 2));
    }
    List<String> names = new ArrayList<>();
    String address = LIST + "?limit=2&words=" + mark.replace(" ", "%20");
    while (!address.isEmpty()) {
      JsonNode page = json(get(address));
      page.get("badgeClasses").forEach(e -> names.add(e.at("/content/wording/name").asText()));
      address = page.path("next").asText().replaceFirst("^https?://[^/]+", "");
    }
    assertThat(names).hasSize(5).isSorted();
    String drafts = LIST + "?state=DRAFT&words=" + mark.replace(" ", "%20");
    assertThat(json(get(drafts)).get("badgeClasses")).hasSize(3);
    for (String wrong : List.of("limit=0", "limit=101", "state=GONE", "after=x")) {
      JsonNode problem = assertProblem(get(LIST + "?" + wrong), 422);
      assertThat(problem.at("/faults/0/field").asText()).isEqualTo(wrong.replaceAll("=.*", ""));
    }
    assertThat(get(LIST + "?words=%00%27or%271").statusCode()).isEqualTo(200);
    assertProblem(get(LIST + "?after=" + NOBODY), 404);
  }

  @Test
  void tellsOfTheInstitution() {
    assertThat(json(get("/api/v1/institution")).get("name").asText()).isEqualTo("Demo University");
    assertThat(json(get("/api/v1/issuers")).get("issuers")).isNotEmpty();
    assertThat(json(get("/api/v1/issuer-groups")).has("issuerGroups")).isTrue();
    assertThat(json(get("/api/v1/types")).at("/types/0/slug").asText()).isNotEmpty();
    assertThat(json(get("/api/v1/themes")).at("/themes/0/names/en").asText()).isNotEmpty();
  }

  @Test
  void anAwardIsGivenLookedUpTakenBackAndRestored() {
    String badge = json(post(LIST, wish("Given", true))).get("id").asText();
    String name = "Ada " + badge;
    String wish =
        gift(
            badge,
            "\"email\": \"" + badge + "@mail.example\", \"name\": \"" + name + "\"",
            "\"details\": {\"narrative\": \"Did *it*.\", \"grade\": \"8\"}");
    String key = UUID.randomUUID().toString();
    HttpResponse<String> made = post(AWARDS, wish, "Idempotency-Key", key);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    JsonNode award = json(made).get("award");
    assertThat(json(made).get("outcome").asText()).isEqualTo("OFFERED");
    assertThat(award.get("state").asText() + award.get("origin").asText()).isEqualTo("OFFEREDAPI");
    assertThat(award.at("/details/narrative").asText()).isEqualTo("Did *it*.");
    String address = AWARDS + "/" + award.get("id").asText();
    assertThat(made.headers().firstValue("Location").orElseThrow()).endsWith(address);
    HttpResponse<String> repeated = post(AWARDS, wish, "Idempotency-Key", key);
    assertThat(repeated.statusCode()).isEqualTo(201);
    assertThat(repeated.body()).isEqualTo(made.body());
    HttpResponse<String> second = post(AWARDS, wish);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(json(second).get("outcome").asText()).isEqualTo("ALREADY_OPEN");
    assertThat(json(second).at("/award/id")).isEqualTo(award.get("id"));

    assertThat(json(get(address))).isEqualTo(award);
    assertProblem(post(address + "/withdraw", "{\"reason\": \" \"}"), 422);
    for (int i = 0; i < 2; i++) {
      JsonNode gone = json(post(address + "/withdraw", "{\"reason\": \"Too early\"}"));
      assertThat(gone.get("state").asText()).isEqualTo("WITHDRAWN");
      assertThat(gone.get("endedReason").asText()).isEqualTo("Too early");
    }
    assertThat(json(post(address + "/restore", "")).get("state").asText()).isEqualTo("OFFERED");
    assertProblem(ask("POST", address + "/restore", "", other), 404);
    assertProblem(ask("GET", address, "", other), 404);
    assertProblem(ask("POST", AWARDS, wish, other), 404);
  }

  @Test
  void anAwardNamesEachOfItsFaults() {
    String content =
        content("Demanding")
            .replaceFirst(
                "\\{", "{\"awarding\": {\"narrativeRequired\": true, \"evidenceRequired\": true},");
    String badge =
        json(post(LIST, "{\"publish\": true, \"content\": " + content + "}")).get("id").asText();
    JsonNode faults = assertProblem(post(AWARDS, gift(badge, "\"email\": \"a@b.example\"")), 422);
    assertThat(faults.get("faults").findValuesAsText("field"))
        .containsExactly("recipient.name", "details.narrative", "details.evidenceUrl");
    assertThat(firstFault(gift(badge, "\"lmsUser\": \"" + NOBODY + "\"")))
        .isEqualTo("recipient.lmsUser");
    assertThat(firstFault(gift(badge, "\"eppn\": \"no eppn\""))).isEqualTo("recipient.eppn");
    assertThat(firstFault(gift(badge, "\"pigeon\": \"x\""))).isEqualTo("recipient.pigeon");
    assertThat(firstFault(gift(badge, "\"eppn\": \"a@b.example\"", "\"scheduledFor\": \"soon\"")))
        .isEqualTo("scheduledFor");
    assertThat(firstFault("{}")).isEqualTo("badgeClass");
    String draft = json(post(LIST, wish("Draft", false))).get("id").asText();
    assertProblem(post(AWARDS, gift(draft, "\"eppn\": \"a@b.example\"")), 409);
    assertProblem(post(AWARDS, gift(NOBODY, "\"eppn\": \"a@b.example\"")), 404);
  }

  private static String firstFault(String wish) {
    return assertProblem(post(AWARDS, wish), 422).at("/faults/0/field").asText();
  }

  @Test
  void awardsArePagedByKeyAndFiltered() {
    String badge = json(post(LIST, wish("Listed", true))).get("id").asText();
    for (int i = 0; i < 5; i++) {
      String who = "\"eppn\": \"l" + i + "." + badge + "@uni.example\"";
      String later = "\"scheduledFor\": \"2099-01-01T00:00:00Z\"";
      assertThat(post(AWARDS, i < 2 ? gift(badge, who, later) : gift(badge, who)).statusCode())
          .isEqualTo(201);
    }
    List<String> found = new ArrayList<>();
    String address = AWARDS + "?limit=2&badgeClass=" + badge;
    while (!address.isEmpty()) {
      JsonNode page = json(get(address));
      page.get("awards").forEach(e -> found.add(e.get("id").asText()));
      address = page.path("next").asText().replaceFirst("^https?://[^/]+", "");
    }
    assertThat(found).hasSize(5).doesNotHaveDuplicates();
    String of = AWARDS + "?badgeClass=" + badge;
    assertThat(json(get(of + "&state=SCHEDULED")).get("awards")).hasSize(2);
    assertThat(json(get(of + "&state=SCHEDULED,OFFERED&origin=API")).get("awards")).hasSize(5);
    assertThat(json(get(of + "&origin=CSV")).get("awards")).isEmpty();
    assertThat(json(get(of + "&words=L3.%20uni.example")).get("awards")).hasSize(1);
    assertThat(json(ask("GET", of, "", other)).get("awards")).isEmpty();
    for (String wrong : List.of("state=GONE", "origin=X", "badgeClass=x", "limit=0", "after=x")) {
      JsonNode problem = assertProblem(get(AWARDS + "?" + wrong), 422);
      assertThat(problem.at("/faults/0/field").asText()).isEqualTo(wrong.replaceAll("=.*", ""));
    }
  }

  private static String gift(String badge, String who, String... more) {
    String rest = more.length == 0 ? "" : ", " + String.join(", ", more);
    return "{\"badgeClass\": \"" + badge + "\", \"recipient\": {" + who + "}" + rest + "}";
  }

  // changing what is known -------------------------------------------------------------------

  @Test
  void aChangeMustSayWhichStateItKnows() {
    HttpResponse<String> made = post(LIST, wish("Known", false));
    String address = LIST + "/" + json(made).get("id").asText();
    assertProblem(put(address, content("A")), 428);
    assertProblem(put(address, content("A"), "If-Match", "\"999\""), 412);
    assertProblem(put(address, content("A"), "If-Match", "W/" + tag(made)), 412);
    assertProblem(put(address, content("A"), "If-Match", "nonsense"), 412);
    assertThat(put(address, content("A"), "If-Match", "\"7\", " + tag(made)).statusCode())
        .isEqualTo(200);
    assertProblem(put(address, content("B"), "If-Match", tag(made)), 412);
    assertThat(put(address, content("B"), "If-Match", "*").statusCode()).isEqualTo(200);
  }

  @Test
  void anAwardedBadgeClassNeedsANextVersion() {
    HttpResponse<String> made = post(LIST, wish("Awarded", true));
    String id = json(made).get("id").asText();
    tokens.award(id);
    String address = LIST + "/" + id;
    JsonNode problem = assertProblem(put(address, content("Other"), "If-Match", "*"), 409);
    assertThat(problem.get("number").asInt()).isEqualTo(2);
    HttpResponse<String> versioned =
        put(address + "?newVersion=true", content("Other"), "If-Match", "*");
    assertThat(json(versioned).get("number").asInt()).isEqualTo(2);
    assertThat(json(get(address + "/versions")).get("versions").toString()).isEqualTo("[1,2]");
    assertThat(json(get(address + "/versions/1")).at("/content/wording/name").asText())
        .isEqualTo("Awarded");
  }

  @Test
  void theSameKeyMakesOneBadgeClass() {
    String key = UUID.randomUUID().toString();
    String mark = "Once " + key;
    HttpResponse<String> first = post(LIST, wish(mark, false), "Idempotency-Key", key);
    HttpResponse<String> second = post(LIST, wish(mark, false), "Idempotency-Key", key);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertProblem(post(LIST, wish("Other", false), "Idempotency-Key", key), 409);
    assertProblem(post(LIST, wish(mark, false), "Idempotency-Key", "with blank"), 400);
    assertThat(json(get(LIST + "?words=" + mark.replace(" ", "%20"))).get("badgeClasses"))
        .hasSize(1);
    String copies = LIST + "/" + json(first).get("id").asText() + "/copy";
    assertThat(post(copies, "", "Idempotency-Key", key + "c").body())
        .isEqualTo(post(copies, "", "Idempotency-Key", key + "c").body());
  }

  // what is refused --------------------------------------------------------------------------

  @Test
  void namesEveryFaultInTheLanguageOfTheCaller() {
    String faulty =
        """
        {"content": {"language": "xx", "type": "nothing", "theme": "community",
          "wording": {"name": ""}, "study": {"ects": 0.3},
          "alignments": [{"targetName": "a", "targetUrl": "javascript:x"}]}}
        """;
    JsonNode dutch = assertProblem(post(LIST, faulty, "Accept-Language", "nl"), 422);
    assertThat(dutch.get("faults").findValuesAsText("field"))
        .contains(
            "content.wording.name",
            "content.language",
            "content.type",
            "content.study.ects",
            "content.alignments[0].targetUrl");
    JsonNode english = assertProblem(post(LIST, faulty), 422);
    assertThat(english.at("/faults/0/key")).isEqualTo(dutch.at("/faults/0/key"));
    assertThat(english.at("/faults/0/message")).isNotEqualTo(dutch.at("/faults/0/message"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"content\": {\"wrding\": {}}} | 422 | content.wrding",
        "{\"contnt\": {}} | 422 | contnt",
        "{} | 422 | content",
        "{\"content\": {\"study\": {\"ects\": \"many\"}}} | 422 | content.study.ects",
        "{\"content\": {\"study\": {\"ects\": 1e999999999}}} | 422 |",
        "{\"content\": {\"study\": {\"eqfLevel\": 1e99999}}} | 4xx |",
        "{\"content\": {\"validity\": {\"amount\": 1}}} | 422 | content.validity",
        "{\"content\": {\"alignments\": [null]}} | 422 |",
        "{\"content\": {\"pathway\": {\"steps\": [{\"needed\": 1, \"badges\": [null]}]}}} | 422 |",
        "{\"content\": {\"recognition\": 1}} | 422 | content.recognition",
        "{\"content\": {\"artwork\": \"x\"}} | 422 | content.artwork",
        "{\"content\": {}, \"content\": {}} | 400 |",
        "{\"content\": {}} x | 400 |",
        "[] | 422 |",
        "null | 400 |",
        "{ | 400 |",
        "nonsense | 400 |",
        "'' | 400 |"
      })
  void refusesWhatIsNotTheJsonThatIsDue(String body, String status, String field) {
    HttpResponse<String> answer = post(LIST, body);
    if (status.equals("4xx")) {
      assertThat(answer.statusCode()).isBetween(400, 499);
      return;
    }
    JsonNode problem = assertProblem(answer, Integer.parseInt(status));
    if (field != null) {
      assertThat(problem.at("/faults/0/field").asText()).isEqualTo(field);
    }
  }

  @Test
  void refusesDepthSizeAndOtherKinds() {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    assertProblem(post(LIST, "{\"content\": {\"skills\": " + deep + "}}"), 400, 422);
    assertProblem(post(LIST, "{\"other\": " + deep + "}"), 400, 422);
    assertProblem(post(LIST, deep), 400, 422);
    assertProblem(post(LIST, " ".repeat(2 << 20) + "{}"), 413);
    assertProblem(
        caller.post(LIST, "text/plain", wish("X", false), "Authorization", "Bearer " + token), 415);
    assertProblem(
        caller.send("DELETE", LIST, "", "Authorization", "Bearer " + token, "Accept", "text/html"),
        405);
    assertProblem(caller.get("/api/v1/nothing", "Accept", "text/html"), 404);
    assertProblem(caller.get(LIST, "Authorization", "Bearer " + token, "Accept", "text/html"), 406);
  }

  @Test
  void anIdOfAnotherInstitutionIsNothing() {
    String id = json(post(LIST, wish("Ours", true))).get("id").asText();
    for (String each : List.of(id, NOBODY)) {
      assertProblem(ask("GET", LIST + "/" + each, "", other), 404);
      assertProblem(ask("POST", LIST + "/" + each + "/archive", "", other), 404);
    }
    assertThat(json(get(LIST + "/" + id)).get("state").asText()).isEqualTo("PUBLISHED");
  }

  // who may ----------------------------------------------------------------------------------

  @Test
  void everyOperationAnswersEachAsItShould() {
    String badge = json(post(LIST, wish("Matrix", true))).get("id").asText();
    String award = tokens.award(badge);
    String viewer = tokens.with("Demo University", "READ");
    String awarder = tokens.with("Demo University", "READ AWARD SIGN");
    String expired = tokens.expired("Demo University");
    String revoked = tokens.revoked("Demo University");
    String wrong = token.substring(0, token.length() - 2) + "xx";
    List<ApiOperation> all = ApiOperation.all().stream().filter(each -> !each.open()).toList();
    assertThat(all).hasSizeGreaterThan(12);
    List<String> odd = new ArrayList<>();
    for (ApiOperation each : all) {
      boolean ofAward = each.path().startsWith(AWARDS + "/");
      String id = ofAward ? award : badge;
      check(odd, each, id, "nobody", "", 401, 401);
      check(odd, each, id, "expired", expired, 401, 401);
      check(odd, each, id, "revoked", revoked, 401, 401);
      check(odd, each, id, "wrong", wrong, 401, 429);
      int mine = each.changes() ? 403 : 200;
      check(odd, each, id, "viewer", viewer, mine, mine);
      boolean awards = each.path().startsWith(AWARDS) && each.changes();
      check(odd, each, id, "awarder", awarder, awards ? 200 : mine, awards ? 201 : mine);
      int theirs = each.path().contains("{id}") ? 404 : each.verb().equals("GET") ? 200 : 0;
      if (theirs != 0) {
        check(odd, each, id, "other", other, theirs, theirs);
      }
    }
    assertThat(odd).isEmpty();
  }

  private static void check(
      List<String> odd, ApiOperation each, String id, String who, String token, int a, int b) {
    String path = each.path().replace("{id}", id).replace("{number}", "1");
    String body =
        switch (each.name()) {
          case "createBadgeClass" -> wish("Never", false);
          case "replaceContent" -> content("Never");
          case "giveAward" -> gift(id, "\"eppn\": \"matrix@uni.example\"");
          case "withdrawAward" -> "{\"reason\": \"Never\"}";
          case "importBadgeClasses" ->
              "{\"format\": \"badgebridge-badge-classes\", \"version\": 1, \"badgeClasses\": []}";
          default -> "";
        };
    HttpResponse<String> answer = ask(each.verb(), path, body, token, "If-Match", "*");
    if (answer.statusCode() != a && answer.statusCode() != b) {
      odd.add(each.verb() + " " + path + " as " + who + ": " + answer.statusCode());
    }
    if (answer.statusCode() == 401) {
      String challenge = answer.headers().firstValue("WWW-Authenticate").orElse("");
      if (!challenge.startsWith("Bearer ")
          || challenge.contains("invalid_token") == token.isEmpty()) {
        odd.add(each.name() + " as " + who + " challenges: " + challenge);
      }
    }
    if (!answer.headers().allValues("Access-Control-Allow-Origin").isEmpty()
        || !answer.headers().allValues("Set-Cookie").isEmpty()
        || !answer.headers().firstValue("Cache-Control").orElse("").equals("no-store")) {
      odd.add(each.name() + " as " + who + ": " + answer.headers().map());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Basic YTpi", "Bearer", "Bearer x", "Bearer bb_", "Token %s", "Bearer %s%s"})
  void onlyABearerTokenCounts(String header) {
    assertProblem(caller.get(LIST, "Authorization", header.replace("%s", token)), 401, 429);
  }

  @Test
  void whatIsLedPastOurAddressIsStillCheckedForItsSender() {
    for (String path : List.of("/api/v1/..;/../admin/language", "/lti/..;/admin/language")) {
      HttpResponse<String> answer =
          caller.post(
              path,
              "application/x-www-form-urlencoded",
              "language=nl",
              "Origin",
              "https://evil.example");
      assertThat(answer.statusCode()).as(path).isIn(400, 403, 404);
    }
  }

  // ------------------------------------------------------------------------------------------

  static String content(String name) {
    return """
        {"language": "en", "type": "achievement", "theme": "community",
         "wording": {"name": "%s", "description": "Takes part.", "criteria": "Come."}}
        """
        .formatted(name);
  }

  static String wish(String name, boolean publish) {
    return "{\"publish\": " + publish + ", \"content\": " + content(name) + "}";
  }

  private static HttpResponse<String> get(String path, String... headers) {
    return ask("GET", path, "", token, headers);
  }

  private static HttpResponse<String> post(String path, String body, String... headers) {
    return ask("POST", path, body, token, headers);
  }

  private static HttpResponse<String> put(String path, String body, String... headers) {
    return ask("PUT", path, body, token, headers);
  }

  private static HttpResponse<String> ask(
      String verb, String path, String body, String token, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (!token.isEmpty()) {
      all.addAll(List.of("Authorization", "Bearer " + token));
    }
    all.addAll(List.of("Content-Type", "application/json"));
    return caller.send(verb, path, body, all.toArray(String[]::new));
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static JsonNode assertProblem(HttpResponse<String> answer, Integer... statuses) {
    assertThat(answer.statusCode()).as(answer.body()).isIn((Object[]) statuses);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).doesNotContain("jackson").doesNotContain("Exception");
    return json(answer);
  }

  static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.statusCode() + " " + answer.body(), e);
    }
  }
}
