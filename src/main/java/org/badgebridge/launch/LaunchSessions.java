package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;
import org.badgebridge.keys.Digests;
import org.badgebridge.platform.Deployment;
import org.badgebridge.platform.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The launches: one row each, which is replay guard (its key is sealed in the login), audit and
 * session in one. Plain JDBC, for speed.
 *
 * <p>Opening joins the transaction of {@link OpenLaunch}.
 */
@ApplicationScoped
class LaunchSessions {

  /** How long a session lives, however much it is used. */
  static final Duration LIFE = Duration.ofHours(8);

  /** How long a session lives unused. */
  static final Duration IDLE = Duration.ofHours(2);

  /** How long a browser may take to show what the platform keeps. */
  static final Duration PENDING = Duration.ofSeconds(60);

  /** Uses within so long of each other move the end once only. */
  private static final Duration STEP = Duration.ofMinutes(5);

  /** A session that has just been opened, with what opens it from now on. */
  record Open(LaunchSession session, Bearer bearer) {}

  private final Sql sql;
  private final LmsUsers users;
  private final LaunchRows rows;
  private final Clock clock;

  @Inject
  LaunchSessions(Sql sql, LmsUsers users, LaunchRows rows, Clock clock) {
    this.sql = sql;
    this.users = users;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Uses the login up and opens the session.
   *
   * @throws LaunchRefused if the login was used already
   */
  Open open(
      Platform platform,
      Deployment deployment,
      LaunchMessage message,
      StoredClaims stored,
      LoginState state) {
    Instant now = clock.instant();
    LmsUser user = users.recognise(platform.id(), message.sub(), message.profile());
    UUID id = state.launchId();
    Bearer bearer = Bearer.of(id);
    Instant end = now.plus(IDLE);
    return sql.on(
        connection -> {
          rows.insert(
              connection,
              new LaunchRow(
                  id,
                  bearer.digest(),
                  "OPEN",
                  null,
                  platform.id(),
                  deployment.id(),
                  user.id(),
                  message.type(),
                  stored.json(),
                  now,
                  end));
          String accent = rows.accent(connection, deployment.institutionOn(platform));
          return new Open(
              session(id, platform, deployment, user, message.type(), stored, accent, now, end),
              bearer);
        },
        LaunchSessions::failed);
  }

  /**
   * Uses the login up and waits for the browser.
   *
   * @throws LaunchRefused if the login was used already
   */
  LaunchAnswer.Pending keepPending(
      Platform platform,
      Deployment deployment,
      LaunchMessage message,
      StoredClaims stored,
      LoginState state) {
    Instant now = clock.instant();
    LmsUser user = users.recognise(platform.id(), message.sub(), message.profile());
    UUID id = state.launchId();
    return sql.on(
        connection -> {
          rows.insert(
              connection,
              new LaunchRow(
                  id,
                  Bearer.of(id).digest(),
                  "PENDING",
                  Digests.sha256(state.binding()),
                  platform.id(),
                  deployment.id(),
                  user.id(),
                  message.type(),
                  stored.json(),
                  now,
                  now.plus(PENDING)));
          return new LaunchAnswer.Pending(id, platform, state);
        },
        LaunchSessions::failed);
  }

  /**
   * Opens a pending launch for the browser that shows the binding. One try: a wrong one ends it.
   *
   * @return nothing if there is no such pending launch, or the binding is wrong
   */
  Optional<Open> open(UUID pending, String binding) {
    Instant now = clock.instant();
    Bearer bearer = Bearer.of(pending);
    return sql.on(
        connection -> {
          String digest = rows.takePending(connection, pending, bearer.digest(), now);
          if (digest == null) {
            return Optional.empty();
          }
          if (!BindingCookies.same(Digests.sha256(binding), digest)) {
            rows.end(connection, pending);
            return Optional.empty();
          }
          rows.moveEnd(connection, pending, now.plus(IDLE));
          return rows.find(connection, bearer, now).map(session -> new Open(session, bearer));
        },
        LaunchSessions::failed);
  }

  /** The platform of a launch, whatever became of it. */
  Optional<UUID> platformOf(UUID launch) {
    return sql.on(connection -> rows.platformOf(connection, launch), LaunchSessions::failed);
  }

  /** The open session of this bearer; using it moves its end. */
  @Transactional
  Optional<LaunchSession> find(Bearer bearer) {
    Instant now = clock.instant();
    return sql.on(
        connection -> {
          Optional<LaunchSession> found = rows.find(connection, bearer, now);
          if (found.isPresent()) {
            LaunchSession session = found.get();
            Instant last = session.createdAt().plus(LIFE);
            Instant end = now.plus(IDLE).isAfter(last) ? last : now.plus(IDLE);
            if (end.isAfter(session.expiresAt().plus(STEP))) {
              rows.moveEnd(connection, session.id(), end);
            }
          }
          return found;
        },
        LaunchSessions::failed);
  }

  /** Forgets launches whose login began before that moment, a part at a time. */
  @Transactional
  int purge(Instant before, int atMost) {
    return sql.on(connection -> rows.purge(connection, before, atMost), LaunchSessions::failed);
  }

  private static LaunchSession session(
      UUID id,
      Platform platform,
      Deployment deployment,
      LmsUser user,
      MessageType type,
      StoredClaims stored,
      String accent,
      Instant now,
      Instant end) {
    return stored.session(
        new StoredClaims.Owner(
            id, deployment.institutionOn(platform), platform.id(), deployment.id(), user, accent),
        type,
        now,
        end);
  }

  private static RuntimeException failed(SQLException e) {
    @Nullable String state = e.getSQLState();
    return state != null && state.startsWith("23")
        ? new LaunchRefused(Refusal.REPLAYED, e)
        : new IllegalStateException("launch cannot be read or written", e);
  }
}
