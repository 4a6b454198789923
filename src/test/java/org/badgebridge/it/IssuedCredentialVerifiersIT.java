package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.badgebridge.badgeclass.BadgeDesk;
import org.badgebridge.badgeclass.content.SampleContent;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.Rendition;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.identity.Actor;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Other people's verifiers accept what we issue, and refuse what was altered or revoked. */
class IssuedCredentialVerifiersIT {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final Actor STAFF = Actor.system("test");
  private static final Map<String, String> SERVED = new ConcurrentHashMap<>();

  private static final Actor OPERATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "session");

  private static Verifiers verifiers;
  private static HttpServer server;
  private static OpenDatabase database;
  private static SampleCourse course;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    verifiers = Verifiers.install();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String document = SERVED.get(exchange.getRequestURI().getPath());
          byte[] body = (document == null ? "" : document).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(document == null ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    database = TestDatabase.H2.open();
    course = new SampleCourse(database);
  }

  @AfterAll
  static void stop() {
    server.stop(0);
    database.close();
  }

  @Test
  void allVerifiersAcceptAnIssuedCredential() throws Exception {
    Credential credential = issue();
    serve(credential);
    assertAccepted(credential.document());
  }

  @Test
  void allVerifiersAcceptEverythingThatABadgeClassCanSay() throws Exception {
    Credential credential = issue(fully());
    assertThat(credential.document())
        .contains("\"evidence\":", "\"narrative\":\"Proved", "\"value\":\"8.5\"")
        .contains("\"creditsAvailable\":3.5", "\"validUntil\":", "ext:ESCOAlignment")
        .contains("\"resultDescription\":", "\"tag\":", "/versions/1");
    serve(credential);
    assertAccepted(credential.document());
  }

  @Test
  void noVerifierAcceptsAnAlteredCredential() throws Exception {
    Credential credential = issue();
    serve(credential);
    for (String altered :
        new String[] {
          credential.document().replace("\"name\":\"Logician\"", "\"name\":\"Magician\""),
          credential.document().replace("\"value\":\"85\"", "\"value\":\"95\""),
          credential.document().replace("\"statusListIndex\":\"", "\"statusListIndex\":\"1"),
          credential.document().replace("did:web:", "did:web:evil.")
        }) {
      assertThat(altered).isNotEqualTo(credential.document());
      assertRefusedByProofs(altered);
    }
  }

  @Test
  void noVerifierAcceptsATermThatNoContextDefines() throws Exception {
    Credential credential = issue();
    serve(credential);
    assertRefusedByProofs(
        credential.document().replaceFirst("\"name\":", "\"smuggled\":\"yes\",\"name\":"));
  }

  @Test
  void noVerifierAcceptsARevokedCredential() throws Exception {
    Credential credential = issue();
    Credential untouched = issue();
    database.transaction(em -> desk(em).revoke.revoke(credential.awardId(), "a mistake", STAFF));
    serve(credential);

    assertRefusedByProofs(credential.document());
    assertThat(verifiers.run("verify-status.mjs", credential.document(), base()).valid()).isFalse();
    assertAccepted(untouched.document());
  }

  @Test
  void aStatusListIsItselfASignedCredential() throws Exception {
    Credential credential = issue();
    serve(credential);
    String list = database.compute(em -> desk(em).statusList(listOf(credential)));
    assertThat(verifiers.run("verify-di.mjs", list, base()).valid()).isTrue();
    assertThat(verifiers.run("verify-status.mjs", list, base()).valid()).isTrue();
  }

  @Test
  void oldBadgesStayValidWhenTheIssuerGetsANewKey() throws Exception {
    Credential old = issue();
    database.transaction(em -> desk(em).keys.replace(course.issuer));
    Credential young = issue();
    serve(old);
    serve(young);
    assertThat(young.document().contains(methodOf(old))).isFalse();
    assertAccepted(old.document());
    assertAccepted(young.document());
  }

  @ParameterizedTest
  @EnumSource(
      value = Rendition.class,
      names = {"JWT", "PNG", "SVG"})
  void allVerifiersAcceptEveryFormOfABadge(Rendition rendition) throws Exception {
    Credential credential = issue(fully());
    byte[] file = file(credential, rendition);
    serve(credential);
    assertAccepted(file);
  }

  @ParameterizedTest
  @EnumSource(
      value = Rendition.class,
      names = {"JWT", "PNG", "SVG"})
  void noVerifierAcceptsAnyFormOfARevokedBadge(Rendition rendition) throws Exception {
    Credential credential = issue();
    database.transaction(em -> desk(em).revoke.revoke(credential.awardId(), "a mistake", STAFF));
    byte[] file = file(credential, rendition);
    serve(credential);
    assertThat(verifiers.run("verify-all.mjs", file, base()).valid()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Rendition.class,
      names = {"JSON", "JWT", "PNG", "SVG"})
  void noVerifierAcceptsAnyFormOfABadgeThatHasEnded(Rendition rendition) throws Exception {
    Clock longAgo = Clock.offset(CLOCK, Duration.ofDays(-800));
    SampleAward award = fully();
    Credential credential = issue(award, longAgo);
    byte[] file = file(credential, rendition);
    serve(credential);
    assertThat(verifiers.run("verify-all.mjs", file, base()).valid()).isFalse();
  }

  @Test
  void noVerifierAcceptsAnAlteredToken() throws Exception {
    Credential credential = issue();
    String[] token = text(file(credential, Rendition.JWT)).split("\\.");
    serve(credential);
    String payload =
        text(Base64.getUrlDecoder().decode(token[1])).replace("\"Logician\"", "\"Magician\"");
    token[1] =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    assertThat(verifiers.run("verify-jwt.mjs", String.join(".", token), base()).valid()).isFalse();
  }

  @Test
  void oldTokensStayValidWhenTheIssuerGetsANewKey() throws Exception {
    Credential credential = issue();
    byte[] old = file(credential, Rendition.JWT);
    database.transaction(em -> desk(em).tokenKeys.replace(course.issuer));
    byte[] young = file(credential, Rendition.JWT);
    serve(credential);
    assertThat(young).isNotEqualTo(old);
    assertAccepted(old);
    assertAccepted(young);
  }

  private static byte[] file(Credential credential, Rendition rendition) {
    return database.compute(em -> desk(em).file(credential, rendition));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String methodOf(Credential credential) {
    int start = credential.document().indexOf("#z6Mk");
    return credential.document().substring(start, credential.document().indexOf('"', start));
  }

  private static Credential issue() {
    return issue(course.badgeClass());
  }

  /** An award that says everything, of a badge class that says everything. */
  private static SampleAward fully() {
    database.execute("update institution set micro_credentials = true");
    UUID full =
        database
            .compute(
                em ->
                    new BadgeDesk(em, CLOCK)
                        .create(course.institution, SampleContent.full(), true, OPERATOR))
            .id();
    return new SampleAward(database, course, full).says(database, "8.5");
  }

  private static Credential issue(UUID badgeClass) {
    return issue(new SampleAward(database, course, badgeClass));
  }

  private static Credential issue(SampleAward award) {
    return issue(award, CLOCK);
  }

  private static Credential issue(SampleAward award, Clock clock) {
    return database.compute(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, clock);
          desk.awards.locked(award.id).claim(clock.instant());
          return desk.issue.issue(award.id);
        });
  }

  /** Puts what verifiers fetch where they fetch it. */
  private static void serve(Credential credential) {
    database.transaction(
        em -> {
          SERVED.put("/issuers/" + course.issuer + "/did.json", desk(em).did(course.issuer));
          UUID list = listOf(credential);
          SERVED.put("/status/" + list, desk(em).statusList(list));
        });
  }

  private static UUID listOf(Credential credential) {
    String start = CredentialDesk.BASE + "/status/";
    int at = credential.document().indexOf(start) + start.length();
    return UUID.fromString(credential.document().substring(at, at + 36));
  }

  private static CredentialDesk desk(jakarta.persistence.EntityManager em) {
    return new CredentialDesk(database, em, CLOCK);
  }

  private static void assertAccepted(String document) throws Exception {
    assertAccepted(document.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertAccepted(byte[] document) throws Exception {
    Verifiers.Verdict verdict = verifiers.run("verify-all.mjs", document, base());
    assertThat(verdict.valid()).as(verdict.text()).isTrue();
  }

  private static void assertRefusedByProofs(String document) throws Exception {
    for (String script : new String[] {"verify-di.mjs", "verify-dcc.mjs", "verify-all.mjs"}) {
      assertThat(verifiers.run(script, document, base()).valid()).as(script).isFalse();
    }
  }

  private static String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
