package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.badgebridge.it.HostileKeys.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the real server makes of key sets that are not what they should be. */
@ExtendWith(SharedServer.Extension.class)
class HostileKeysIT {

  private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");
  private static final Pattern NONCE = Pattern.compile("[?&]nonce=([^&]+)");
  private static final int UNKNOWN = 1_000;
  private static final int AT_ONCE = 20;

  private static SharedServer shared;
  private static HostileKeys keys;
  private static Caller caller;

  /** A login that was begun: what the answer must bring back. */
  private record Login(String state, String nonce, String cookies) {}

  @BeforeAll
  static void start(SharedServer server) {
    shared = server;
    keys = server.hostileKeys();
    caller = new Caller(server.process().address());
  }

  @Test
  void takesTheKeyOfAGoodSet() {
    HttpResponse<String> answer = launch(Kind.GOOD, login(Kind.GOOD), HostileKeys.KID);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("data-bearer");
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"GOOD", "SLOW"},
      mode = EnumSource.Mode.EXCLUDE)
  void takesNoKeyOfABadSet(Kind kind) throws Exception {
    HttpResponse<String> answer = launch(kind, login(kind), HostileKeys.KID);

    assertRefused(answer);
    if (kind == Kind.REDIRECT) {
      assertThat(keys.asked(kind)).as("the redirect was followed").isZero();
    } else {
      assertThat(keys.asked(kind)).as("the set was looked at").isPositive();
    }
    try (Ledger ledger = Ledger.of(shared.process())) {
      assertThat(ledger.count("select count(*) from launch l" + OF_PLATFORM, keys.issuer(kind)))
          .isZero();
      assertThat(
              ledger.count(
                  "select count(*) from audit_entry e join platform p"
                      + " on cast(p.id as varchar) = e.subject_id"
                      + " where e.action = 'launch.refused' and e.reason = 'key' and p.issuer = ?",
                  keys.issuer(kind)))
          .isOne();
    }
  }

  private static final String OF_PLATFORM =
      " join platform p on p.id = l.platform_id where p.issuer = ?";

  @Test
  void waitsForASlowSetNoLongerThanItMustAndServesOthersMeanwhile() throws Exception {
    ExecutorService browsers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Login> logins = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        logins.add(login(Kind.SLOW));
      }
      Instant begun = Instant.now();
      List<Future<HttpResponse<String>>> waiting = new ArrayList<>();
      for (Login login : logins) {
        waiting.add(browsers.submit(() -> launch(Kind.SLOW, login, HostileKeys.KID)));
      }
      assertThat(launch(Kind.GOOD, login(Kind.GOOD), HostileKeys.KID).statusCode()).isEqualTo(200);
      assertThat(waiting).as("others were served meanwhile").anyMatch(each -> !each.isDone());
      for (Future<HttpResponse<String>> each : waiting) {
        assertRefused(each.get());
      }
      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(35));
      assertThat(keys.asked(Kind.SLOW)).isLessThanOrEqualTo(2);
    } finally {
      browsers.shutdownNow();
    }
  }

  @Test
  void asksAtMostTwiceForAThousandUnknownKeysAndWritesAFewLines() throws Exception {
    launch(Kind.GOOD, login(Kind.GOOD), HostileKeys.KID);
    int before = keys.asked(Kind.GOOD);
    Login login = login(Kind.GOOD);
    ExecutorService attackers = Executors.newFixedThreadPool(8);
    try {
      List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
      for (int i = 0; i < UNKNOWN; i++) {
        String kid = "unknown-" + i;
        calls.add(() -> launch(Kind.GOOD, login, kid));
      }
      Instant begun = Instant.now();
      for (Future<HttpResponse<String>> each : attackers.invokeAll(calls)) {
        assertRefused(each.get());
      }
      long minutes = 1 + Duration.between(begun, Instant.now()).toMinutes();
      assertThat(keys.asked(Kind.GOOD) - before).isLessThanOrEqualTo((int) (1 + minutes));
      try (Ledger ledger = Ledger.of(shared.process())) {
        assertThat(
                ledger.count(
                    "select count(*) from audit_entry e join platform p"
                        + " on cast(p.id as varchar) = e.subject_id"
                        + " where e.action = 'launch.refused' and p.issuer = ?",
                    keys.issuer(Kind.GOOD)))
            .as("lines of a flood")
            .isBetween(1L, 30 * (minutes + 1));
      }
      assertThat(launch(Kind.GOOD, login(Kind.GOOD), HostileKeys.KID).statusCode()).isEqualTo(200);
    } finally {
      attackers.shutdownNow();
    }
  }

  /** We are no platform: nothing that a tool signs for one opens anything here. */
  @Test
  void takesNoDeepLinkingAnswer() {
    HttpResponse<String> answer =
        caller.form("/lti/launch", Map.of("JWT", keys.token(Kind.GOOD, HostileKeys.KID, "{}")));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("data-bearer");
    assertThat(caller.form("/lti/deep-linking", Map.of("JWT", "x")).statusCode()).isIn(403, 404);
  }

  private static Login login(Kind kind) {
    HttpResponse<String> answer =
        caller.get(
            "/lti/login?"
                + Frame.form(
                    Map.of(
                        "iss",
                        keys.issuer(kind),
                        "client_id",
                        HostileKeys.CLIENT,
                        "login_hint",
                        "7",
                        "target_link_uri",
                        shared.process().address() + "/lti/launch")));
    String location = answer.headers().firstValue("Location").orElse(answer.body());
    String cookies =
        answer.headers().allValues("Set-Cookie").stream()
            .map(each -> each.replaceAll(";.*", ""))
            .collect(Collectors.joining("; "));
    return new Login(decoded(STATE, location), decoded(NONCE, location), cookies);
  }

  private static String decoded(Pattern pattern, String location) {
    return URLDecoder.decode(Frame.found(pattern, location), StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> launch(Kind kind, Login login, String kid) {
    return caller.form(
        "/lti/launch",
        Map.of("id_token", keys.token(kind, kid, claims(kind, login)), "state", login.state),
        "Cookie",
        login.cookies,
        "Accept",
        "text/html");
  }

  private static String claims(Kind kind, Login login) {
    long now = Instant.now().getEpochSecond();
    return """
        {"iss":"%1$s","aud":"%2$s","sub":"7","nonce":"%3$s","iat":%4$d,"exp":%5$d,"jti":"%6$s",
         "https://purl.imsglobal.org/spec/lti/claim/version":"1.3.0",
         "https://purl.imsglobal.org/spec/lti/claim/message_type":"LtiResourceLinkRequest",
         "https://purl.imsglobal.org/spec/lti/claim/deployment_id":"1",
         "https://purl.imsglobal.org/spec/lti/claim/target_link_uri":"%7$s/lti/launch",
         "https://purl.imsglobal.org/spec/lti/claim/resource_link":{"id":"1","title":"Badge"},
         "https://purl.imsglobal.org/spec/lti/claim/context":{"id":"1","title":"Course"},
         "https://purl.imsglobal.org/spec/lti/claim/roles":
           ["http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"]}
        """
        .formatted(
            keys.issuer(kind),
            HostileKeys.CLIENT,
            login.nonce,
            now,
            now + 300,
            UUID.randomUUID(),
            shared.process().address());
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.body()).doesNotContain("data-bearer").doesNotContain("Exception");
  }
}
