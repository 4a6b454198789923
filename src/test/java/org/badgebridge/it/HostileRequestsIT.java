package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.badgebridge.demo.client.BrowserlessLaunch;
import org.badgebridge.demo.client.CookieRule;
import org.badgebridge.demo.client.ToolPage;
import org.badgebridge.demo.school.Person;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real server answers to those who send too much, too little, or what is not theirs. */
@ExtendWith(SharedServer.Extension.class)
class HostileRequestsIT {

  private static final Pattern INSIDES =
      Pattern.compile(
          "\\bat [a-z]+\\.[\\w.$]+\\(|Exception|org\\.badgebridge|jakarta\\.|java\\.lang"
              + "|\\b(?:select|insert into|update) \\w+ |Payara|GlassFish",
          Pattern.CASE_INSENSITIVE);
  private static final String SOMETHING = UUID.randomUUID().toString();
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final List<String> BADGES =
      List.of(
          "/assertions/{id}",
          "/assertions/{id}.json",
          "/assertions/{id}.jwt",
          "/assertions/{id}.png",
          "/assertions/{id}.svg",
          "/assertions/{id}.pdf",
          "/ob2/assertions/{id}",
          "/ob2/assertions/{id}.json",
          "/ob2/assertions/{id}.png",
          "/ob2/assertions/{id}.svg");

  private static SharedServer shared;
  private static Caller caller;
  private static BadgeCourse ours;
  private static BadgeCourse neighbours;
  private static BadgeCourse strangers;
  private static Person learner;
  private static Person other;

  @BeforeAll
  static void fill(SharedServer server) {
    shared = server;
    caller = new Caller(server.process().address());
    ours = BadgeCourse.make(server.campus("home"), "ours");
    neighbours = BadgeCourse.make(server.campus("home"), "neighbours");
    strangers = BadgeCourse.make(server.campus(SharedServer.STRANGER), "strangers");
    for (BadgeCourse each : List.of(ours, neighbours, strangers)) {
      each.switchOn();
    }
    learner = ours.learner("Lou");
    other = ours.learner("Ona");
    ours.complete(learner);
    ours.complete(other);
  }

  // size and shape ----------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"/lti/launch", "/lti/login"})
  void refusesABodyOfTwoMebibytes(String path) {
    HttpResponse<String> answer = caller.post(path, FORM, "id_token=" + "a".repeat(2 << 20));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertClean(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/lti/launch", "/lti/login"})
  void refusesTenThousandFields(String path) {
    HttpResponse<String> answer = caller.post(path, FORM, "a=1&".repeat(10_000));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertClean(answer);
  }

  @Test
  void refusesTenThousandFieldsInTheFrame() {
    ToolPage answer = ours.lecturerFrame().post("/course/attach", fields(10_000));
    assertThat(answer.status()).isBetween(400, 499);
    assertClean(answer.response());
  }

  private static Map<String, String> fields(int count) {
    var fields = new LinkedHashMap<String, String>();
    for (int i = 0; i < count; i++) {
      fields.put("field" + i, "1");
    }
    return fields;
  }

  @Test
  void refusesATokenOfDeepJson() {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    var launch = launch(learner);
    var request = launch.begin(ours.course, ours.activity());
    String token =
        ours.campus
            .idToken(learner, ours.course, ours.activity(), request.get("nonce"))
            .payload("{\"deep\":" + deep + "}")
            .serialize();
    ToolPage answer = launch.answer(request, token);
    assertThat(answer.status()).isEqualTo(400);
    assertClean(answer.response());
  }

  @ParameterizedTest
  @CsvSource({"/lti/launch,400", "/lti/login,400"})
  void refusesJsonWhereAFormIsDue(String path, int status) {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    HttpResponse<String> answer = caller.post(path, "application/json", deep);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertClean(answer);
  }

  // browsers and sites ------------------------------------------------------------------------

  @Test
  void refusesALaunchThatAnotherBrowserBegan() throws SQLException {
    long sessions = sessions();
    long refusals = refusals("browser");
    var attacker = launch(other);
    var request = attacker.begin(ours.course, ours.activity());
    String token =
        ours.campus.idToken(other, ours.course, ours.activity(), request.get("nonce")).serialize();

    ToolPage answer = launch(learner).answer(request, token);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).doesNotContain("data-bearer");
    assertClean(answer.response());
    assertThat(sessions()).isEqualTo(sessions);
    assertThat(refusals("browser")).isEqualTo(refusals + 1);
  }

  private static long sessions() throws SQLException {
    try (Ledger ledger = Ledger.of(shared.process())) {
      return ledger.count(
          "select count(*) from launch l join platform p on p.id = l.platform_id"
              + " where p.issuer = ? and l.state <> 'ENDED'",
          ours.campus.issuer());
    }
  }

  private static long refusals(String reason) throws SQLException {
    try (Ledger ledger = Ledger.of(shared.process())) {
      return ledger.count(
          "select count(*) from audit_entry where action = 'launch.refused' and reason = ?",
          reason);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/sign-in",
        "/admin/set-up",
        "/admin/sign-out",
        "/admin/platforms/new",
        "/admin/badges/new",
        "/admin/operator/invitations",
        "/backpack/enter",
        "/backpack/leave",
        "/backpack/6a0e2a2e-9d8b-4c43-8f0b-0c5d9a3f1b11/claim"
      })
  void refusesPostsOfOtherSites(String path) {
    for (String[] sender :
        new String[][] {
          {"Origin", "https://evil.example"},
          {"Origin", "null"},
          {"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"},
          {"Sec-Fetch-Site", "same-site"},
          {"X-Nothing", "said"}
        }) {
      HttpResponse<String> answer = caller.form(path, Map.of("code", "x"), sender);
      assertThat(answer.statusCode()).as(sender[1]).isEqualTo(403);
      assertClean(answer);
    }
  }

  @Test
  void letsOnlyThePlatformFrameALaunch() {
    for (ToolPage page :
        List.of(
            ours.open(learner),
            ours.open(ours.lecturer),
            launch(ours.lecturer).deepLink(ours.course))) {
      String policy = page.response().headers().firstValue("Content-Security-Policy").orElse("");
      assertThat(policy).endsWith("frame-ancestors " + ours.campus.base());
      assertThat(policy).doesNotContain("unsafe-").doesNotContain("*");
      assertThat(page.response().headers().map()).doesNotContainKey("X-Frame-Options");
      assertThat(page.response().headers().firstValue("Cache-Control")).hasValue("no-store");
      assertClean(page.response());
    }
  }

  // who may what ------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "GET,/course/attachment",
    "GET,/course/attachment/people",
    "POST,/course/attachment/on",
    "POST,/course/attachment/off",
    "POST,/course/attachment/restriction",
    "POST,/course/attachment/write-back",
    "POST,/course/attachment/look",
    "POST,/course/attach",
    "GET,/course/roll-over",
    "POST,/course/roll-over",
    "GET,/course/roll-over/other",
    "GET,/course/attachment/hand",
    "POST,/course/attachment/hand",
    "POST,/course/attachment/hand/learners",
    "POST,/course/attachment/hand/more",
    "POST,/course/attachment/hand/undo",
    "POST,/course/proposals/approve",
    "POST,/course/proposals/said",
    "POST,/course/proposals/reject",
    "POST,/course/decisions/{id}/approve",
    "POST,/course/decisions/{id}/reject",
    "POST,/course/decisions/{id}/withdraw",
    "POST,/course/decisions/{id}/restore",
    "POST,/course/decisions/{id}/remind",
    "GET,/deep-linking/badges",
    "GET,/deep-linking/more",
    "GET,/deep-linking/new",
    "POST,/deep-linking/new",
    "POST,/deep-linking/rule",
    "POST,/deep-linking/activities",
    "POST,/deep-linking/add",
    "POST,/deep-linking/cancel"
  })
  void keepsLearnersAndTheAnonymousFromWhatLecturersDo(String method, String pattern) {
    String path = pattern.replace("{id}", SOMETHING);
    ToolPage learners = call(Frame.of(ours.open(learner)), method, path);
    assertThat(learners.status()).isEqualTo(403);
    assertClean(learners.response());
    for (String bearer : List.of("", "Bearer ", "Bearer " + SOMETHING, "Basic YTpi")) {
      HttpResponse<String> anonymous = anonymous(method, path, bearer);
      assertThat(anonymous.statusCode()).as(bearer).isEqualTo(401);
      assertClean(anonymous);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/course/awards/{id}/claim",
        "/course/awards/{id}/decline",
        "/course/awards/{id}/undo",
        "/course/badges/{id}/publish",
        "/course/badges/{id}/hide",
        "/course/backpack"
      })
  void keepsLecturersAndTheAnonymousFromWhatLearnersDo(String pattern) {
    String path = pattern.replace("{id}", SOMETHING);
    assertThat(ours.lecturerFrame().post(path, Map.of()).status()).isEqualTo(403);
    assertThat(anonymous("POST", path, "Bearer " + SOMETHING).statusCode()).isEqualTo(401);
  }

  private static ToolPage call(Frame frame, String method, String path) {
    return method.equals("GET") ? frame.get(path) : frame.post(path, Map.of());
  }

  private static HttpResponse<String> anonymous(String method, String path, String bearer) {
    String[] headers =
        bearer.isEmpty()
            ? new String[] {"Sec-Fetch-Site", "same-origin", "Content-Type", FORM}
            : new String[] {"Authorization", bearer, "Content-Type", FORM};
    return caller.send(method, path, method.equals("GET") ? "" : "a=1", headers);
  }

  @Test
  void hidesTheAwardsOfOthersFromLearners() {
    ToolPage others = ours.open(other);
    String award = BadgeCourse.award(others);
    Person stranger = strangers.learnerWhoIsDone("Sam");
    for (Frame frame : List.of(Frame.of(ours.open(learner)), Frame.of(strangers.open(stranger)))) {
      for (String deed : List.of("claim", "decline", "undo")) {
        ToolPage answer = frame.post("/course/awards/" + award + "/" + deed, Map.of());
        assertThat(answer.status()).as(deed).isEqualTo(404);
        assertClean(answer.response());
      }
    }
    String credential = ours.claim(other);
    for (Frame frame : List.of(Frame.of(ours.open(learner)), Frame.of(strangers.open(stranger)))) {
      for (String deed : List.of("publish", "hide")) {
        assertThat(frame.post("/course/badges/" + credential + "/" + deed, Map.of()).status())
            .as(deed)
            .isEqualTo(404);
      }
    }
    assertThat(caller.get("/assertions/" + credential).statusCode()).isEqualTo(404);
  }

  @Test
  void hidesTheAwardsOfACourseFromLecturersOfOthers() {
    String award = BadgeCourse.award(ours.open(ours.learnerWhoIsDone("Ali")));
    for (BadgeCourse elsewhere : List.of(neighbours, strangers)) {
      Frame lecturer = elsewhere.lecturerFrame();
      for (String deed : List.of("approve", "reject", "withdraw", "restore", "remind")) {
        ToolPage answer = lecturer.post("/course/decisions/" + award + "/" + deed, Map.of());
        assertThat(answer.status()).as(deed).isEqualTo(404);
        assertClean(answer.response());
      }
    }
  }

  @Test
  void hidesTheBadgeClassesOfAnotherTenant() {
    Frame lecturer = Frame.of(launch(ours.lecturer).deepLink(ours.course));
    Map<String, String> wish =
        Map.of(
            "badgeClass", strangers.badgeClass,
            "evidence", "RESTRICTION",
            "mode", "AUTOMATIC");
    for (String path : List.of("/deep-linking/rule", "/deep-linking/add")) {
      ToolPage answer = lecturer.post(path, wish);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertClean(answer.response());
    }
    assertThat(lecturer.get("/deep-linking/badges").body())
        .contains("Badge ours")
        .doesNotContain("Badge strangers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin",
        "/admin/unclaimed",
        "/admin/insight.csv",
        "/admin/unclaimed.csv",
        "/admin/platforms",
        "/admin/platforms/new",
        "/admin/platforms/setup/moodle",
        "/admin/platforms/setup/canvas.json",
        "/admin/platforms/6a0e2a2e-9d8b-4c43-8f0b-0c5d9a3f1b11",
        "/admin/badges",
        "/admin/badges/new",
        "/admin/operator",
        "/admin/operator/audit",
        "/admin/outbox",
        "/admin/sources/lms/6a0e2a2e-9d8b-4c43-8f0b-0c5d9a3f1b11/membership",
        "/admin/mail/6a0e2a2e-9d8b-4c43-8f0b-0c5d9a3f1b11",
        "/admin/mail/6a0e2a2e-9d8b-4c43-8f0b-0c5d9a3f1b11/text/offer/nl"
      })
  void sendsTheAnonymousToTheSignInOfAdministrators(String path) {
    HttpResponse<String> people = caller.get(path, "Accept", "text/html,*/*");
    assertThat(people.statusCode()).isEqualTo(303);
    assertThat(people.headers().firstValue("Location"))
        .hasValueSatisfying(location -> assertThat(location).endsWith("/admin/sign-in"));
    HttpResponse<String> programs = caller.get(path, "Accept", "*/*");
    assertThat(programs.statusCode()).isEqualTo(401);
    assertClean(people);
    assertClean(programs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/backpack",
        "/backpack/6a0e2a2e-9d8b-4c43-8f0b-0c5d9a3f1b11",
        "/backpack/6a0e2a2e-9d8b-4c43-8f0b-0c5d9a3f1b11/badge.json",
        "/backpack/6a0e2a2e-9d8b-4c43-8f0b-0c5d9a3f1b11/badge.pdf"
      })
  void showsNobodysBackpackToTheAnonymous(String path) {
    for (String cookie : List.of("a=b", "__Host-badgebridge=" + SOMETHING)) {
      HttpResponse<String> people = caller.get(path, "Accept", "text/html,*/*", "Cookie", cookie);
      assertThat(people.statusCode()).isEqualTo(303);
      assertThat(people.headers().firstValue("Location"))
          .hasValueSatisfying(location -> assertThat(location).endsWith("/backpack/sign-in"));
      HttpResponse<String> programs = caller.get(path, "Accept", "*/*", "Cookie", cookie);
      assertThat(programs.statusCode()).isEqualTo(401);
      assertClean(people);
      assertClean(programs);
    }
  }

  @Test
  void answersAPrivateBadgeLikeOneThatNeverWas() {
    String credential = ours.claim(ours.learnerWhoIsDone("Pia"));
    for (String accept : List.of("text/html", "application/json", "*/*")) {
      for (String pattern : BADGES) {
        var hidden = caller.get(pattern.replace("{id}", credential), "Accept", accept);
        var missing = caller.get(pattern.replace("{id}", SOMETHING), "Accept", accept);
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(told(hidden)).isEqualTo(told(missing));
        assertClean(hidden);
      }
    }
  }

  /** The answer without what differs between any two: the moment and the incident's id. */
  private static String told(HttpResponse<String> answer) {
    var headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return (answer.statusCode() + " " + headers + " " + answer.body())
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "(id)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing-here",
        "/assertions/%00",
        "/assertions/'or'1'='1",
        "/badges/not-an-id",
        "/issuers/" + "a",
        "/status/x",
        "/assertions/6a0e2a2e-9d8b-4c43-8f0b-0c5d9a3f1b11.exe",
        "/ob2/assertions/x",
        "/ob2/badges/------------------------------------",
        "/ob2/issuers/6a0e2a2e-9d8b-4c43-8f0b-0c5d9a3f1b11",
        "/lti/launch?id_token=x",
        "/lti/login",
        "/lti/register?invitation=x",
        "/lti/notices",
        "/WEB-INF/web.xml",
        "/..%2f..%2fetc%2fpasswd",
        "/assets/..%2fWEB-INF%2fweb.xml"
      })
  void tellsNothingOfItsInsides(String path) {
    for (String accept : List.of("text/html", "application/json")) {
      HttpResponse<String> answer = caller.get(path, "Accept", accept);
      assertThat(answer.statusCode()).as(accept).isBetween(400, 499);
      assertClean(answer);
    }
  }

  private static BrowserlessLaunch launch(Person person) {
    return new BrowserlessLaunch(ours.campus, person, CookieRule.PARTITIONED_ONLY);
  }

  private static void assertClean(HttpResponse<String> answer) {
    assertThat(answer.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.contains("JSESSIONID"));
    assertThat(answer.headers().map()).doesNotContainKeys("X-Powered-By", "X-Frame-Options");
    if (answer.statusCode() >= 400) {
      assertThat(INSIDES.matcher(answer.body()).results().map(found -> found.group()))
          .as(answer.body())
          .isEmpty();
    }
  }
}
