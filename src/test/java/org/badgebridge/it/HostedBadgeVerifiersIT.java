package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeDesk;
import org.badgebridge.badgeclass.content.SampleContent;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Issuer;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An independent verifier of Open Badges 2.0 accepts what we host, and refuses what is over. */
class HostedBadgeVerifiersIT {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final String JSON = "application/ld+json";

  private static final Map<String, Served> SERVED = new ConcurrentHashMap<>();
  private static final Served NOTHING = Served.json(404, "");

  private static final Actor OPERATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "session");

  private static Verifiers verifiers;
  private static HttpServer server;
  private static OpenDatabase database;
  private static SampleCourse course;

  /** An answer, its bytes as characters. */
  private record Served(int status, String type, String body) {

    static Served of(int status, String type, byte[] body) {
      return new Served(status, type, new String(body, StandardCharsets.ISO_8859_1));
    }

    byte[] bytes() {
      return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Served json(int status, Object document) {
      return of(status, JSON, document.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    verifiers = Verifiers.install();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Served found = SERVED.getOrDefault(exchange.getRequestURI().getPath(), NOTHING);
          exchange.getResponseHeaders().add("Content-Type", found.type);
          byte[] body = found.bytes();
          exchange.sendResponseHeaders(found.status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    database = TestDatabase.H2.open();
    course = new SampleCourse(database);
    database.execute("update issuer set url = 'https://example.org', email = 'badges@example.org'");
  }

  @AfterAll
  static void stop() {
    server.stop(0);
    database.close();
  }

  @Test
  void acceptsAnAssertionAndBothPicturesOfIt() throws Exception {
    Credential credential = issue();
    serve(credential);
    assertAccepted(
        database.compute(em -> assertion(em, credential)).getBytes(StandardCharsets.UTF_8));
    assertAccepted(database.compute(em -> desk(em).hosted.png(credential)));
    assertAccepted(
        database.compute(em -> desk(em).hosted.svg(credential)).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refusesWhatIsRevokedAndWhatIsPrivate() throws Exception {
    Credential credential = issue();
    serve(credential);
    byte[] picture = database.compute(em -> desk(em).hosted.png(credential));
    String path = "/ob2/assertions/" + credential.id();

    SERVED.put(path, Served.json(410, database.compute(em -> desk(em).hosted.revoked(credential))));
    assertThat(verifiers.run("verify-ob2.mjs", picture, base()).valid()).isFalse();

    SERVED.remove(path);
    assertThat(verifiers.run("verify-ob2.mjs", picture, base()).valid()).isFalse();
  }

  @Test
  void refusesWhatHasEnded() throws Exception {
    database.execute("update institution set micro_credentials = true");
    UUID full =
        database
            .compute(
                em ->
                    new BadgeDesk(em, CLOCK)
                        .create(course.institution, SampleContent.full(), true, OPERATOR))
            .id();
    SampleAward award = new SampleAward(database, course, full).says(database, "8.5");
    Credential ended = issue(award, Clock.offset(CLOCK, Duration.ofDays(-800)));
    serve(ended);
    byte[] picture = database.compute(em -> desk(em).hosted.png(ended));
    assertThat(verifiers.run("verify-ob2.mjs", picture, base()).text())
        .containsPattern("\"failed\": \\[\\s*\"assertion: not expired\"\\s*]");

    SampleAward later = new SampleAward(database, course, full).says(database, "8.5");
    Credential holds = issue(later, CLOCK);
    serve(holds);
    assertAccepted(database.compute(em -> desk(em).hosted.png(holds)));
  }

  private static Credential issue() {
    SampleAward award =
        new SampleAward(database, course, course.badgeClass()).says(database, "8.5");
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
          CredentialDesk desk = desk(em);
          BadgeClass badge =
              new BadgeDesk(em, CLOCK).badgeClasses.find(credential.badgeClassId()).orElseThrow();
          var hosted = desk.hostedBadgeClasses.version(badge.version());
          SERVED.put(
              "/ob2/assertions/" + credential.id(), Served.json(200, assertion(em, credential)));
          SERVED.put(path(hosted.getString("id")), Served.json(200, hosted));
          SERVED.put(
              path(hosted.getString("issuer")),
              Served.json(
                  200, desk.hostedBadgeClasses.issuer(em.find(Issuer.class, course.issuer))));
          SERVED.put(
              path(hosted.getString("image")),
              Served.of(200, "image/png", desk.hosted.png(credential)));
        });
  }

  private static String assertion(EntityManager em, Credential credential) {
    return desk(em).hosted.assertion(credential).toString();
  }

  private static String path(String address) {
    return URI.create(address).getPath();
  }

  private static CredentialDesk desk(EntityManager em) {
    return new CredentialDesk(database, em, CLOCK);
  }

  private static void assertAccepted(byte[] document) throws Exception {
    Verifiers.Verdict verdict = verifiers.run("verify-ob2.mjs", document, base());
    assertThat(verdict.valid()).as(verdict.text()).isTrue();
  }

  private static String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
