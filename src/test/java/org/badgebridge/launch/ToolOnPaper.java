package org.badgebridge.launch;

import com.nimbusds.jose.JOSEException;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.audit.RefusalTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.keys.Sealer;
import org.badgebridge.keys.SecretsKey;
import org.badgebridge.platform.Platform;
import org.badgebridge.platform.PlatformDirectory;
import org.badgebridge.platform.StoredPlatforms;
import org.badgebridge.platform.UnknownKey;
import org.badgebridge.platform.notice.CourseCopied;
import org.badgebridge.platform.notice.NoticeHandlers;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.People;
import org.badgebridge.testing.PlannedJobs;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.ProblemPages;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** The launch room wired by hand over a database, with the platforms it knows. */
final class ToolOnPaper implements AutoCloseable {

  final MovableClock clock = new MovableClock();
  final OpenDatabase database;
  final Map<String, PlatformOnPaper> platforms = new HashMap<>();
  final LaunchSessions sessions;
  final PlannedJobs jobs = new PlannedJobs();
  final Heard<CourseCopied> copied = new Heard<>();

  private final LoginServlet login;
  private final LaunchServlet launch;
  private final ReceiveNotices receiveNotices;

  ToolOnPaper() {
    this(TestDatabase.H2.open());
  }

  /** A node over a database, which may have other nodes. */
  ToolOnPaper(OpenDatabase database) {
    this.database = database;
    PublicOrigin origin = new PublicOrigin(PlatformOnPaper.TOOL);
    String secret = Base64.getEncoder().encodeToString(new byte[32]);
    Sealer sealer = new Sealer(new SecretsKey(origin, Optional.of(secret)));
    LoginStates states = new LoginStates(sealer, clock);
    TargetLinks targets = new TargetLinks(origin);
    PlatformDirectory directory = StoredPlatforms.directory(database, clock);
    Words words = new Words();
    Views views = new Views();
    sessions =
        new LaunchSessions(
            new Sql(database.dataSource()),
            People.users(new Sql(database.dataSource()), clock),
            new LaunchRows(clock),
            clock);
    OpenLaunch openLaunch =
        new OpenLaunch(
            sessions,
            new NoticeHandlers(new Sql(database.dataSource()), origin, jobs, clock),
            List.of(page(MessageType.RESOURCE_LINK), page(MessageType.DEEP_LINKING)));
    Refusals refusals = new Refusals();
    LaunchResponses responses =
        new LaunchResponses(views, words, new ProblemPages(views, words), refusals);
    receiveNotices =
        new ReceiveNotices(
            new NoticeTokens(directory, new IdTokens(this::key, clock)),
            new TakenNotices(new Sql(database.dataSource()), copied, clock),
            refusals);
    login =
        new LoginServlet(
            new BeginLaunch(directory, states, targets, origin, clock), responses, clock);
    launch =
        new LaunchServlet(
            new AcceptLaunch(
                states,
                directory,
                StoredPlatforms.deployments(database, clock),
                new IdTokens(this::key, clock),
                targets,
                openLaunch),
            new OpenPendingLaunch(openLaunch, sessions, directory, origin),
            responses,
            clock);
  }

  private RSAPublicKey key(Platform platform, String kid) {
    for (PlatformOnPaper each : platforms.values()) {
      if (each.id().equals(platform.id()) && each.key().getKeyID().equals(kid)) {
        try {
          return each.key().toRSAPublicKey();
        } catch (JOSEException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    throw new UnknownKey(kid);
  }

  /** Refusals in transactions of their own. */
  private final class Refusals extends RefusedLaunches {

    Refusals() {
      super(database.compute(entityManager -> trail(entityManager)));
    }

    @Override
    void record(LaunchRefused refused, String step) {
      database.transaction(
          entityManager -> new RefusedLaunches(trail(entityManager)).record(refused, step));
    }

    @Override
    void recordNotice(LaunchRefused refused) {
      database.transaction(
          entityManager -> new RefusedLaunches(trail(entityManager)).recordNotice(refused));
    }
  }

  /** Posts a body of notices; null if all were taken. */
  @Nullable ProblemException notices(String body) {
    try {
      receiveNotices.receive(body);
      return null;
    } catch (ProblemException refused) {
      return refused;
    }
  }

  private RefusalTrail trail(EntityManager entityManager) {
    return new RefusalTrail(new AuditTrail(entityManager, clock), clock);
  }

  /** A page that prints the session. */
  private static LaunchPage page(MessageType type) {
    return new LaunchPage() {
      @Override
      public MessageType answers() {
        return type;
      }

      @Override
      public String open(LaunchSession session, String bearer) {
        return "%s %s %s bearer=%s"
            .formatted(session.message(), session.role(), session.locale(), bearer);
      }
    };
  }

  /** Registers a platform with one deployment. */
  PlatformOnPaper register(String name, String issuer, String clientId, String state) {
    PlatformOnPaper paper = PlatformOnPaper.named(name, issuer, clientId);
    platforms.put(name, paper);
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    database.execute(
        "insert into institution (id, name, default_locale, accent, created_at)"
            + " values (?, ?, 'en', '#123456', ?)",
        paper.institutionId(),
        name,
        now);
    database.execute(
        "insert into platform (id, institution_id, name, product, issuer, client_id,"
            + " auth_login_url, auth_token_url, key_set_url, state, origin, created_at, version)"
            + " values (?, ?, ?, 'generic', ?, ?, ?, ?, ?, ?, 'TYPED', ?, 1)",
        paper.id(),
        paper.institutionId(),
        name,
        issuer,
        clientId,
        paper.origin() + "/auth",
        paper.origin() + "/token",
        paper.origin() + "/jwks",
        state,
        now);
    deployment(paper, PlatformOnPaper.DEPLOYMENT, "ACTIVE");
    clock.move(Duration.ofSeconds(3)); // so that the directory reads again
    return paper;
  }

  void deployment(PlatformOnPaper platform, String id, String state) {
    database.execute(
        "insert into deployment (id, platform_id, deployment_id, state, first_seen_at)"
            + " values (?, ?, ?, ?, ?)",
        UUID.randomUUID(),
        platform.id(),
        id,
        state,
        clock.instant().atOffset(ZoneOffset.UTC));
  }

  /** A right login initiation. */
  static Map<String, String> initiation(PlatformOnPaper platform) {
    Map<String, String> fields = new HashMap<>();
    fields.put("iss", platform.issuer());
    fields.put("client_id", platform.clientId());
    fields.put("login_hint", "hint 7&é");
    fields.put("lti_message_hint", "{\"cmid\":5}");
    fields.put("target_link_uri", PlatformOnPaper.TOOL + "/lti/launch");
    return fields;
  }

  Servlets.Answer login(String method, String encoded, Map<String, String> headers) {
    Servlets.Answer answer = new Servlets.Answer();
    try {
      if (method.equals("POST")) {
        login.doPost(Servlets.request(method, encoded, headers), Servlets.response(answer));
      } else {
        login.doGet(Servlets.request(method, encoded, headers), Servlets.response(answer));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return answer;
  }

  Servlets.Answer launch(String encoded, Map<String, String> headers) {
    Servlets.Answer answer = new Servlets.Answer();
    try {
      launch.doPost(Servlets.request("POST", encoded, headers), Servlets.response(answer));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return answer;
  }

  /** A login begun by a browser with cookies. */
  Begun begin(PlatformOnPaper platform) {
    Servlets.Answer answer = login("POST", encode(initiation(platform)), Map.of());
    Form request = Form.parse(answer.header("Location").replaceFirst("^[^?]*\\?", ""));
    return new Begun(request.need("state"), request.need("nonce"), answer.cookieHeader());
  }

  /** What a browser carries from login to launch. */
  record Begun(String state, String nonce, String cookie) {}

  static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  long openSessions() {
    return database.count("select count(*) from launch where state = 'OPEN'");
  }

  long refusals(String reason) {
    return database.count(
        "select count(*) from audit_entry where action = 'launch.refused' and reason = ?", reason);
  }

  @Override
  public void close() {
    database.close();
  }
}
