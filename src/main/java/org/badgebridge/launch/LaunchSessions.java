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
  Open open(AcceptedLaunch launch) {
    LmsUser user = recognise(launch);
    Bearer bearer = Bearer.of(launch.state().launchId());
    LaunchRow row = row(launch, user, bearer, "OPEN", null, IDLE);
    return sql.on(
        connection -> {
          rows.insert(connection, row);
          UUID institution = launch.deployment().institutionOn(launch.platform());
          var owner =
              new StoredClaims.Owner(
                  row.id(),
                  institution,
                  row.platformId(),
                  row.deploymentId(),
                  user,
                  rows.accent(connection, institution));
          return new Open(
              launch.stored().session(owner, row.type(), row.createdAt(), row.expiresAt()), bearer);
        },
        LaunchSessions::failed);
  }

  /**
   * Uses the login up and waits for the browser.
   *
   * @throws LaunchRefused if the login was used already
   */
  LaunchAnswer.Pending keepPending(AcceptedLaunch launch) {
    LoginState state = launch.state();
    Bearer bearer = Bearer.of(state.launchId());
    String binding = Digests.sha256(state.binding());
    LaunchRow row = row(launch, recognise(launch), bearer, "PENDING", binding, PENDING);
    return sql.on(
        connection -> {
          rows.insert(connection, row);
          return new LaunchAnswer.Pending(row.id(), launch.platform(), state);
        },
        LaunchSessions::failed);
  }

  private LmsUser recognise(AcceptedLaunch launch) {
    LaunchMessage message = launch.message();
    return users.recognise(launch.platform().id(), message.sub(), message.profile());
  }

  private LaunchRow row(
      AcceptedLaunch launch,
      LmsUser user,
      Bearer bearer,
      String state,
      @Nullable String stateDigest,
      Duration lasts) {
    Instant now = clock.instant();
    return new LaunchRow(
        launch.state().launchId(),
        bearer.digest(),
        state,
        stateDigest,
        launch.platform().id(),
        launch.deployment().id(),
        user.id(),
        launch.message().type(),
        launch.stored().json(),
        now,
        now.plus(lasts));
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

  private static RuntimeException failed(SQLException e) {
    @Nullable String state = e.getSQLState();
    return state != null && state.startsWith("23")
        ? new LaunchRefused(Refusal.REPLAYED, e)
        : new IllegalStateException("launch cannot be read or written", e);
  }
}
