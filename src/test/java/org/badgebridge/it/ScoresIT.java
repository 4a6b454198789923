package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsugi.ags2.objects.LineItem;
import org.tsugi.ags2.objects.Result;
import org.tsugi.ags2.objects.Score;

/**
 * The hosted score service on the real server, by HTTP, with clients that others wrote: Nimbus
 * fetches the tokens, Tsugi's objects are the messages.
 */
@ExtendWith(SharedServer.Extension.class)
class ScoresIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/";
  private static final String LINE_ITEM = "application/vnd.ims.lis.v2.lineitem+json";
  private static final String LINE_ITEMS = "application/vnd.ims.lis.v2.lineitemcontainer+json";
  private static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";
  private static final String SCORE = "application/vnd.ims.lis.v1.score+json";

  private static ServerProcess server;
  private static Caller caller;
  private static RSAKey key;

  @BeforeAll
  static void start(SharedServer shared) throws Exception {
    server = shared.process();
    caller = new Caller(server.address());
    key = new RSAKeyGenerator(2048).keyID("k").generate();
  }

  private static ConnectedCourse connected() throws JsonProcessingException {
    String keys = new JWKSet(key).toString(true);
    return new ConnectedCourse(
        server, "scores", JSON.writeValueAsString(Map.of("keys", keys)), null);
  }

  private static TokenResponse ask(ConnectedCourse place, String... scopes) throws Exception {
    URI address = server.address().resolve("/passback/scores/" + place.connector + "/token");
    Scope scope = new Scope();
    for (String each : scopes) {
      scope.add(SCOPE + each);
    }
    var client =
        new PrivateKeyJWT(
            new ClientID(place.connector.toString()),
            address,
            JWSAlgorithm.RS256,
            key.toPrivateKey(),
            "k",
            null);
    return TokenResponse.parse(
        new TokenRequest(address, client, new ClientCredentialsGrant(), scope)
            .toHTTPRequest()
            .send());
  }

  private static String token(ConnectedCourse place, String... scopes) throws Exception {
    AccessTokenResponse granted = ask(place, scopes).toSuccessResponse();
    assertThat(granted.getTokens().getBearerAccessToken().getLifetime()).isEqualTo(3600);
    return "Bearer " + granted.getTokens().getBearerAccessToken().getValue();
  }

  private static String container(ConnectedCourse place, Object course) {
    return "/passback/scores/" + place.connector + "/courses/" + course + "/lineitems";
  }

  private static Score score(ConnectedCourse place, double given, Instant at) {
    Score score = new Score();
    score.userId = place.learner;
    score.scoreGiven = given;
    score.scoreMaximum = 100.0;
    score.timestamp = at.truncatedTo(ChronoUnit.MILLIS).plusMillis(1).toString();
    score.activityProgress = Score.ACTIVITY_COMPLETED;
    score.gradingProgress = Score.GRADING_FULLYGRADED;
    return score;
  }

  @Test
  void aToolMakesALineItemPostsScoresAndReadsResults() throws Exception {
    ConnectedCourse place = connected();
    String token = token(place, "lineitem", "score", "result.readonly");
    LineItem wish = new LineItem();
    wish.label = "Exam";
    wish.scoreMaximum = 50.0;
    wish.resourceId = "exam-1";
    wish.tag = "final";
    HttpResponse<String> made =
        caller.post(
            container(place, place.contextId),
            LINE_ITEM,
            JSON.writeValueAsString(wish),
            "Authorization",
            token);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    LineItem item = JSON.readValue(made.body(), LineItem.class);
    assertThat(made.headers().firstValue("Location")).contains(item.id);
    assertThat(made.headers().firstValue("Content-Type").orElseThrow()).startsWith(LINE_ITEM);
    assertThat(item.id).startsWith(server.address() + container(place, place.course) + "/");
    String path = URI.create(item.id).getPath();

    Instant now = Instant.now().minusSeconds(60);
    Score first = score(place, 82.5, now);
    assertThat(post(path, first, token).statusCode()).isEqualTo(200);
    assertThat(place.score()).isEqualTo(82.5);
    assertThat(post(path, first, token).statusCode()).isEqualTo(409);
    Result[] results =
        JSON.readValue(get(path + "/results", RESULTS, token).body(), Result[].class);
    assertThat(results).hasSize(1);
    assertThat(results[0].resultScore).isEqualTo(41.25);
    assertThat(results[0].resultMaximum).isEqualTo(50);
    assertThat(results[0].scoreOf).isEqualTo(item.id);
    assertThat(JSON.readTree(get(path + "/results?user_id=other", RESULTS, token).body()))
        .isEmpty();

    Score cleared = score(place, 0, now.plusSeconds(5));
    cleared.scoreGiven = null;
    assertThat(post(path, cleared, token).statusCode()).isEqualTo(200);
    place.awaitNoScore();
    assertThat(JSON.readTree(get(path + "/results", RESULTS, token).body())).isEmpty();

    item.label = "Exam, second try";
    HttpResponse<String> changed =
        caller.send(
            "PUT",
            path,
            JSON.writeValueAsString(item),
            "Content-Type",
            LINE_ITEM + "; charset=utf-8",
            "Authorization",
            token);
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(JSON.readTree(get(path, LINE_ITEM, token).body()).get("label").asText())
        .isEqualTo("Exam, second try");
    assertThat(caller.send("DELETE", path, "", "Authorization", token).statusCode()).isEqualTo(204);
    assertThat(get(path, LINE_ITEM, token).statusCode()).isEqualTo(404);
    assertThat(post(path, score(place, 1, Instant.now()), token).statusCode()).isEqualTo(404);
  }

  @Test
  void lineItemsArePagedAndFiltered() throws Exception {
    ConnectedCourse place = connected();
    String token = token(place, "lineitem");
    for (int i = 0; i < 5; i++) {
      String body =
          "{\"label\":\"L" + i + "\",\"scoreMaximum\":1,\"tag\":\"" + (i < 3 ? "a b" : "c") + "\"}";
      assertThat(
              caller
                  .post(container(place, place.course), LINE_ITEM, body, "Authorization", token)
                  .statusCode())
          .isEqualTo(201);
    }
    List<String> labels = new ArrayList<>();
    String next = container(place, place.contextId) + "?limit=2&tag=a%20b";
    while (!next.isEmpty()) {
      HttpResponse<String> page = get(next, LINE_ITEMS, token);
      JSON.readTree(page.body()).forEach(each -> labels.add(each.get("label").asText()));
      String link = page.headers().firstValue("Link").orElse("");
      assertThat(link.isEmpty() || link.endsWith("; rel=\"next\"")).isTrue();
      next = link.replaceFirst("<https?://[^/]+([^>]+)>.*", "$1");
    }
    assertThat(labels).containsExactlyInAnyOrder("L0", "L1", "L2");
    assertThat(get(container(place, place.course) + "?limit=0", LINE_ITEMS, token).statusCode())
        .isEqualTo(400);
  }

  @Test
  void refusesWhoMayNotAndWhatIsNotAsItMustBe() throws Exception {
    ConnectedCourse place = connected();
    ConnectedCourse other = connected();
    String readOnly = token(place, "lineitem.readonly");
    String all = token(place, "lineitem", "score", "result.readonly");
    String list = container(place, place.course);
    String item = "{\"label\":\"L\",\"scoreMaximum\":1}";
    String path =
        URI.create(
                JSON.readTree(caller.post(list, LINE_ITEM, item, "Authorization", all).body())
                    .get("id")
                    .asText())
            .getPath();
    // who
    HttpResponse<String> nobody = caller.get(list, "Accept", LINE_ITEMS);
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Bearer ");
    assertThat(get(list, LINE_ITEMS, token(other, "lineitem")).statusCode()).isEqualTo(401);
    assertThat(get(list, LINE_ITEMS, "Bearer x").statusCode()).isEqualTo(401);
    assertThat(get(list, LINE_ITEMS, readOnly).statusCode()).isEqualTo(200);
    HttpResponse<String> narrow = caller.post(list, LINE_ITEM, item, "Authorization", readOnly);
    assertThat(narrow.statusCode()).isEqualTo(403);
    assertThat(narrow.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("insufficient_scope", SCOPE + "lineitem");
    assertThat(post(path, score(place, 1, Instant.now()), readOnly).statusCode()).isEqualTo(403);
    // where
    assertThat(get(container(place, other.course), LINE_ITEMS, all).statusCode()).isEqualTo(200);
    assertThat(get(container(place, "nowhere"), LINE_ITEMS, all).statusCode()).isEqualTo(404);
    String elsewhere = path.replace(place.course.toString(), other.course.toString());
    assertThat(get(elsewhere, LINE_ITEM, all).statusCode()).isEqualTo(404);
    // what
    HttpResponse<String> json =
        caller.post(path + "/scores", "application/json", "{}", "Authorization", all);
    assertThat(json.statusCode()).isEqualTo(415);
    assertThat(json.headers().firstValue("Accept")).contains(SCORE);
    assertThat(problem(json).get("accepted").asText()).isEqualTo(SCORE);
    HttpResponse<String> html = get(path, "text/html", all);
    assertThat(html.statusCode()).isEqualTo(406);
    assertThat(problem(html).get("accepted").asText()).isEqualTo(LINE_ITEM);
    for (String wide : List.of("*/*", "application/json", "text/html, application/*;q=0.1")) {
      assertThat(get(path, wide, all).statusCode()).as(wide).isEqualTo(200);
    }
    String scored = JSON.writeValueAsString(score(place, 5, Instant.now()));
    for (String bad :
        List.of(
            "{",
            "[]",
            scored.replaceAll("\\.\\d+Z", "Z"),
            scored.replace("5.0", "NaN"),
            scored.replace("5.0", "-1"),
            scored.replace("\"scoreMaximum\":100.0", "\"scoreMaximum\":0"),
            "{\"a\":" + "[".repeat(10_000))) {
      assertThat(send(path, bad, all).statusCode()).as(bad).isEqualTo(400);
    }
    assertThat(send(path, " ".repeat((2 << 20) + 1), all).statusCode()).isEqualTo(413);
    assertThat(send(path, scored.replace(place.learner, "nobody"), all).statusCode())
        .isEqualTo(404);
    place.off();
    assertThat(send(path, scored, all).statusCode()).isEqualTo(401);
    assertThat(ask(place, "score").toErrorResponse().getErrorObject().getCode())
        .isEqualTo("invalid_client");
  }

  private static HttpResponse<String> post(String path, Score score, String token)
      throws JsonProcessingException {
    return send(path, JSON.writeValueAsString(score), token);
  }

  private static HttpResponse<String> send(String path, String body, String token) {
    return caller.post(path + "/scores", SCORE, body, "Authorization", token);
  }

  private static HttpResponse<String> get(String path, String accept, String token) {
    return caller.get(path, "Accept", accept, "Authorization", token);
  }

  private static JsonNode problem(HttpResponse<String> answer) throws JsonProcessingException {
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    return JSON.readTree(answer.body());
  }
}
