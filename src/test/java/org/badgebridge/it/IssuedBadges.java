package org.badgebridge.it;

import com.sun.net.httpserver.HttpServer;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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

/** Real badges from a database, and a server with what verifiers fetch for them. */
final class IssuedBadges implements AutoCloseable {

  static final Clock CLOCK = Clock.systemUTC();
  private static final Actor STAFF = Actor.system("test");

  private static final Actor OPERATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "session");

  /** By path below {@link CredentialDesk#BASE}. */
  final Map<String, String> served = new ConcurrentHashMap<>();

  final OpenDatabase database = TestDatabase.H2.open();
  final SampleCourse course = new SampleCourse(database);
  private final HttpServer server;

  IssuedBadges() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String document = served.get(exchange.getRequestURI().getPath());
          byte[] body = (document == null ? "" : document).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(document == null ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** Answers in place of {@link CredentialDesk#BASE}. */
  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Credential issue() {
    return issue(new SampleAward(database, course, course.badgeClass()), CLOCK);
  }

  Credential issue(SampleAward award, Clock clock) {
    return database.compute(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, clock);
          desk.awards.locked(award.id).claim(clock.instant());
          return desk.issue.issue(award.id);
        });
  }

  /** An award that says everything, of a badge class that says everything. */
  SampleAward fully() {
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

  void revoke(Credential credential) {
    database.transaction(em -> desk(em).revoke.revoke(credential.awardId(), "a mistake", STAFF));
  }

  /** Puts what verifiers fetch where they fetch it. */
  void serve(Credential credential) {
    database.transaction(
        em -> {
          served.put("/issuers/" + course.issuer + "/did.json", desk(em).did(course.issuer));
          UUID list = listOf(credential);
          served.put("/status/" + list, desk(em).statusList(list));
        });
  }

  byte[] file(Credential credential, Rendition rendition) {
    return database.compute(em -> desk(em).file(credential, rendition));
  }

  CredentialDesk desk(EntityManager em) {
    return new CredentialDesk(database, em, CLOCK);
  }

  static UUID listOf(Credential credential) {
    String start = CredentialDesk.BASE + "/status/";
    int at = credential.document().indexOf(start) + start.length();
    return UUID.fromString(credential.document().substring(at, at + 36));
  }

  @Override
  public void close() {
    server.stop(0);
    database.close();
  }
}
