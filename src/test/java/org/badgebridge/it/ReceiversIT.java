package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.oidc.CanvasNumbers;
import org.badgebridge.demo.school.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers on the real server: what is posted becomes evidence, and others are kept out. */
class ReceiversIT {

  private static final Pattern SECRET = Pattern.compile("id=\"secret-shown\">([\\w-]+)<");
  private static final Pattern ID = Pattern.compile("/admin/sources/([0-9a-f-]{36})/test");
  private static final String JSON = "application/json";

  private static ServerProcess server;
  private static Campus moodle;
  private static Campus canvas;
  private static HttpServer keys;
  private static RSAKey key;
  private static Caller caller;
  private static String cookie;
  private static BadgeCourse logic;
  private static Person ada;

  /** A connector with what was shown when it was made. */
  private record Made(String id, String secret) {

    String basic() {
      return basic(id, secret);
    }

    static String basic(String user, String password) {
      return "Basic "
          + Base64.getEncoder()
              .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
  }

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("live").generate();
    keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] set = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    keys.createContext(
        "/jwks",
        exchange -> {
          exchange.sendResponseHeaders(200, set.length);
          exchange.getResponseBody().write(set);
          exchange.close();
        });
    keys.start();
    server =
        new ServerProcess(
            folder,
            ServerProcess.freePort(),
            "jdbc:h2:" + folder.resolve("data/received") + ";AUTO_SERVER=TRUE");
    moodle = Campus.start(0, Personality.MOODLE, server.address());
    canvas = Campus.start(0, Personality.CANVAS, server.address());
    server.register(moodle, "Demo University");
    server.register(canvas, "Demo University");
    server.start();
    caller = new Caller(server.address());
    cookie = administrator();
    logic = BadgeCourse.make(moodle, "Logic");
    ada = logic.learnerWhoIsDone("Ada");
    logic.open(ada);
  }

  @AfterAll
  static void stop() {
    server.close();
    moodle.close();
    canvas.close();
    keys.stop(0);
  }

  private static String administrator() {
    String password = "correct horse battery staple 7";
    HttpResponse<String> in =
        caller.form(
            "/admin/set-up",
            Map.of(
                "code",
                server.setUpCode(),
                "name",
                "Ada",
                "email",
                "ada@example.org",
                "password",
                password,
                "repeated",
                password),
            "Origin",
            server.address().toString());
    return in.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
  }

  private static HttpResponse<String> post(String path, Map<String, String> fields) {
    return caller.form(
        path,
        fields,
        "Origin",
        server.address().toString(),
        "Cookie",
        cookie,
        "Accept-Language",
        "en");
  }

  private static Made connect(String source, Campus campus, Map<String, String> settings)
      throws SQLException {
    Map<String, String> fields = new HashMap<>(settings);
    fields.put("source", source);
    fields.put("name", "Receiver " + source);
    fields.put("institution", one("select id from institution where name = 'Demo University'"));
    fields.put("platform", one("select id from platform where client_id = ?", campus.clientId()));
    String page = post("/admin/sources/new", fields).body();
    return new Made(Frame.found(ID, page), Frame.found(SECRET, page));
  }

  private static String one(String sql, Object... values) throws SQLException {
    try (Ledger ledger = Ledger.of(server)) {
      return ledger.rows(sql, values).get(0);
    }
  }

  private static long count(String sql, Object... values) throws SQLException {
    return Long.parseLong(one(sql, values));
  }

  private static String file(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ReceiversIT.class.getResourceAsStream("/org/badgebridge/passback/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String statement(String name) throws IOException {
    return file("xapi/" + name + ".json")
        .replace("https://moodle.example.org", moodle.issuer())
        .replace("view.php?id=101", "view.php?id=" + logic.course.id())
        .replace("\"name\": \"7\"", "\"name\": \"" + ada.id() + "\"");
  }

  private static HttpResponse<String> xapi(Made to, String body, String authorization) {
    return caller.post(
        "/passback/xapi/" + to.id() + "/statements",
        JSON,
        body,
        "Authorization",
        authorization,
        "X-Experience-API-Version",
        "1.0.3");
  }

  private static void awaitEvidence(String sub, String reference, String kind) throws Exception {
    Waiting.until(
        kind + " of " + reference,
        () ->
            count(
                    "select count(*) from evidence e join activity a on a.id = e.activity_id"
                        + " join lms_user u on u.id = e.lms_user_id where u.sub = ? and"
                        + " a.reference = ? and e.kind = ? and e.undone = false",
                    sub,
                    reference,
                    kind)
                == 1);
  }

  @Test
  void statementsBecomeEvidence() throws Exception {
    Made to = connect("xapi", moodle, Map.of());
    assertThat(post("/admin/sources/" + to.id() + "/test", Map.of()).body())
        .contains("Nothing has come yet");
    HttpResponse<String> taken = xapi(to, statement("quiz-attempt"), to.basic());
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    assertThat(taken.body()).matches("\\[\"[0-9a-f-]{36}\",\"[0-9a-f-]{36}\"]");
    assertThat(taken.headers().firstValue("X-Experience-API-Version")).hasValue("1.0.3");
    assertThat(xapi(to, statement("quiz-attempt"), to.basic()).body()).isEqualTo(taken.body());
    assertThat(xapi(to, statement("module-completed"), to.basic()).statusCode()).isEqualTo(200);
    awaitEvidence(ada.id(), "302", "SCORED");
    awaitEvidence(ada.id(), "301", "COMPLETED");
    assertThat(
            count("select count(*) from report where connector_id = ?", UUID.fromString(to.id())))
        .isEqualTo(2);
    assertThat(post("/admin/sources/" + to.id() + "/test", Map.of()).body())
        .contains("It works", "The test", "42.5");
  }

  @Test
  void aSingleStatementCanBePutUnderAnId() throws Exception {
    Made to = connect("xapi", moodle, Map.of());
    String one = statement("course-completed").strip();
    String path = "/passback/xapi/" + to.id() + "/statements?statementId=" + UUID.randomUUID();
    String[] headers = {
      "Authorization", to.basic(), "X-Experience-API-Version", "1.0.3", "Content-Type", JSON
    };
    String inner = one.substring(1, one.length() - 1);
    assertThat(caller.send("PUT", path, inner, headers).statusCode()).isEqualTo(204);
    assertThat(caller.send("PUT", path, one, headers).statusCode()).isEqualTo(400);
    assertThat(caller.send("GET", path, "", headers).statusCode()).isEqualTo(405);
    HttpResponse<String> about = caller.get("/passback/xapi/" + to.id() + "/about");
    assertThat(about.body()).contains("1.0.3");
  }

  @Test
  void whoIsNotTheSenderIsRefused() throws Exception {
    Made to = connect("xapi", moodle, Map.of());
    Made caliper = connect("caliper", moodle, Map.of());
    String body = statement("module-passed");
    long before = count("select count(*) from report");
    for (String wrong :
        List.of(
            Made.basic(to.id(), "x"),
            Made.basic("x", to.secret()),
            "Bearer " + to.secret(),
            "Basic !!!")) {
      HttpResponse<String> answer = xapi(to, body, wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
    }
    assertThat(xapi(caliper, body, caliper.basic()).statusCode()).isEqualTo(401);
    assertThat(caller.post("/passback/xapi/" + to.id() + "/statements", JSON, body).statusCode())
        .isEqualTo(401);
    post("/admin/sources/" + to.id() + "/off", Map.of());
    assertThat(xapi(to, body, to.basic()).statusCode()).isEqualTo(401);
    post("/admin/sources/" + to.id() + "/on", Map.of());
    String renewed =
        Frame.found(SECRET, post("/admin/sources/" + to.id() + "/secret", Map.of()).body());
    assertThat(xapi(to, body, to.basic()).statusCode()).isEqualTo(401);
    assertThat(count("select count(*) from report")).isEqualTo(before);
    assertThat(xapi(to, body, Made.basic(to.id(), renewed)).statusCode()).isEqualTo(200);
  }

  @Test
  void whatCannotBeTakenIsRefusedWholeAndTold() throws Exception {
    Made to = connect("xapi", moodle, Map.of());
    String good = statement("module-passed").strip();
    String batch = good.substring(0, good.length() - 1) + ",{\"actor\":{}}]";
    HttpResponse<String> bad = xapi(to, batch, to.basic());
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).contains("Statement 2", "actor");
    assertThat(xapi(to, "[".repeat(5000), to.basic()).statusCode()).isEqualTo(400);
    assertThat(xapi(to, "[" + " ".repeat(2 << 20) + "]", to.basic()).statusCode()).isEqualTo(413);
    String path = "/passback/xapi/" + to.id() + "/statements";
    assertThat(caller.post(path, JSON, good, "Authorization", to.basic()).statusCode())
        .isEqualTo(400);
    HttpResponse<String> form =
        caller.post(
            path,
            "application/x-www-form-urlencoded",
            "a=b",
            "Authorization",
            to.basic(),
            "X-Experience-API-Version",
            "1.0.3");
    assertThat(form.statusCode()).isEqualTo(415);
    assertThat(
            count("select count(*) from report where connector_id = ?", UUID.fromString(to.id())))
        .isZero();
    assertThat(
            caller
                .get("/admin/sources/" + to.id(), "Cookie", cookie, "Accept-Language", "en")
                .body())
        .contains("A statement is not as xAPI wants it");
  }

  @Test
  void aSensorShowsItsKeyWithOrWithoutItsScheme() throws Exception {
    Made to =
        connect(
            "caliper",
            moodle,
            Map.of(
                "users", "https://app.example.org/users/",
                "courses", "https://app.example.org/courses/"));
    String body =
        file("caliper/sensor-assessment-and-grade.json")
            .replace("/users/7", "/users/" + ada.id())
            .replace("/courses/101", "/courses/" + logic.course.id());
    String path = "/passback/caliper/" + to.id();
    for (String key : List.of("Bearer " + to.secret(), to.secret())) {
      assertThat(caller.post(path, JSON, body, "Authorization", key).statusCode()).isEqualTo(200);
    }
    assertThat(caller.post(path, JSON, body, "Authorization", "Bearer x").statusCode())
        .isEqualTo(401);
    assertThat(caller.post(path, JSON, body).statusCode()).isEqualTo(401);
    String unknown = body.replace("caliper/v1p2", "caliper/v1p9");
    assertThat(caller.post(path, JSON, unknown, "Authorization", to.secret()).statusCode())
        .isEqualTo(422);
    String quiz = "https://app.example.org/courses/" + logic.course.id() + "/tests/1";
    awaitEvidence(ada.id(), to.id() + "/" + quiz, "SCORED");
    awaitEvidence(ada.id(), to.id() + "/" + quiz, "COMPLETED");
  }

  @Test
  void eventsOfCanvasReachThoseWhoseNumbersLaunchesTold() throws Exception {
    BadgeCourse course = BadgeCourse.make(canvas, "Events");
    Person bo = course.learnerWhoIsDone("Bo");
    course.open(bo);
    Made to =
        connect(
            "caliper",
            canvas,
            Map.of(
                "canvas",
                "https://demo.instructure.com",
                "keys",
                "http://127.0.0.1:" + keys.getAddress().getPort() + "/jwks"));
    String shard = "119" + "0".repeat(13);
    String event =
        file("caliper/canvas-grade_change.json")
            .replace("1190000000000048", global(shard, CanvasNumbers.of(bo)))
            .replace("1190000000000009", global(shard, CanvasNumbers.of(course.course)));
    String path = "/passback/caliper/" + to.id() + "/live";
    assertThat(caller.post(path, JSON, signed(event, null)).statusCode()).isEqualTo(200);
    assertThat(caller.post(path, JSON, signed(event, null)).statusCode()).isEqualTo(200);
    assertThat(caller.post(path, JSON, event).statusCode()).isEqualTo(401);
    assertThat(caller.post(path, JSON, signed(event, "unknown")).statusCode()).isEqualTo(401);
    assertThat(
            caller
                .post(path, JSON, signed(event.replace("demo.instr", "other.instr"), null))
                .statusCode())
        .isEqualTo(401);
    awaitEvidence(bo.id(), "assignment/355", "SCORED");
    assertThat(
            count("select count(*) from report where connector_id = ?", UUID.fromString(to.id())))
        .isOne();
    assertThat(post("/admin/sources/" + to.id() + "/test", Map.of()).body()).contains("It works");
  }

  private static String global(String shard, String number) {
    return String.valueOf(Long.parseLong(shard) + Long.parseLong(number));
  }

  private static String signed(String event, @Nullable String kid) throws JOSEException {
    var token =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid == null ? "live" : kid).build(),
            new Payload(event));
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }
}
