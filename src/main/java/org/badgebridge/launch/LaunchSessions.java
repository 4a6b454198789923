package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;
import org.badgebridge.keys.Digests;
import org.badgebridge.keys.Tokens;
import org.badgebridge.platform.Deployment;
import org.badgebridge.platform.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The launches: one row each, which is replay guard (the nonce is unique), audit and session in
 * one. Plain JDBC, for speed.
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

  private final DataSource dataSource;
  private final LmsUsers users;
  private final LaunchRows rows;
  private final Clock clock;

  @Inject
  LaunchSessions(DataSource dataSource, LmsUsers users, LaunchRows rows, Clock clock) {
    this.dataSource = dataSource;
    this.users = users;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Uses the login up and opens the session.
   *
   * @throws LaunchRefused if the login was used already
   */
  @Transactional
  LaunchAnswer.Opened open(
      Platform platform,
      Deployment deployment,
      LaunchMessage message,
      StoredClaims stored,
      LoginState state) {
    Instant now = clock.instant();
    LmsUser user = users.recognise(platform.id(), message.sub(), message.profile());
    String bearer = Tokens.random();
    UUID id = UUID.randomUUID();
    Instant end = now.plus(IDLE);
    try (Connection connection = dataSource.getConnection()) {
      rows.insert(
          connection,
          new LaunchRow(
              id,
              state.nonce(),
              Digests.sha256(bearer),
              "OPEN",
              null,
              platform.id(),
              deployment.id(),
              user.id(),
              message.type(),
              stored.json(),
              now,
              end));
      String accent = rows.accent(connection, platform.institutionId());
      return new LaunchAnswer.Opened(
          session(id, platform, deployment.id(), user, message.type(), stored, accent, now, end),
          bearer);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Uses the login up and waits for the browser.
   *
   * @throws LaunchRefused if the login was used already
   */
  @Transactional
  LaunchAnswer.Pending keepPending(
      Platform platform,
      Deployment deployment,
      LaunchMessage message,
      StoredClaims stored,
      LoginState state) {
    Instant now = clock.instant();
    LmsUser user = users.recognise(platform.id(), message.sub(), message.profile());
    UUID id = UUID.randomUUID();
    try (Connection connection = dataSource.getConnection()) {
      rows.insert(
          connection,
          new LaunchRow(
              id,
              state.nonce(),
              Digests.sha256(Tokens.random()),
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
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Opens a pending launch for the browser that shows the binding. One try: a wrong one ends it.
   *
   * @return nothing if there is no such pending launch, or the binding is wrong
   */
  @Transactional
  Optional<LaunchAnswer.Opened> open(UUID pending, String binding) {
    Instant now = clock.instant();
    String bearer = Tokens.random();
    try (Connection connection = dataSource.getConnection()) {
      String digest = rows.takePending(connection, pending, Digests.sha256(bearer), now);
      if (digest == null) {
        return Optional.empty();
      }
      if (!BindingCookies.same(Digests.sha256(binding), digest)) {
        rows.end(connection, pending);
        return Optional.empty();
      }
      rows.moveEnd(connection, pending, now.plus(IDLE));
      return rows.find(connection, Digests.sha256(bearer), now)
          .map(session -> new LaunchAnswer.Opened(session, bearer));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The platform of a launch, whatever became of it. */
  Optional<UUID> platformOf(UUID launch) {
    try (Connection connection = dataSource.getConnection()) {
      return rows.platformOf(connection, launch);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The open session of this bearer; using it moves its end. */
  @Transactional
  Optional<LaunchSession> find(String bearer) {
    Instant now = clock.instant();
    try (Connection connection = dataSource.getConnection()) {
      Optional<LaunchSession> found = rows.find(connection, Digests.sha256(bearer), now);
      if (found.isPresent()) {
        LaunchSession session = found.get();
        Instant last = session.createdAt().plus(LIFE);
        Instant end = now.plus(IDLE).isAfter(last) ? last : now.plus(IDLE);
        if (end.isAfter(session.expiresAt().plus(STEP))) {
          rows.moveEnd(connection, session.id(), end);
        }
      }
      return found;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Forgets what ended before that moment, a part at a time. */
  @Transactional
  int purge(Instant before, int atMost) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from launch where id in"
                    + " (select id from launch where expires_at < ? fetch first ? rows only)")) {
      delete.setObject(1, LaunchRows.utc(before));
      delete.setInt(2, atMost);
      return delete.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static LaunchSession session(
      UUID id,
      Platform platform,
      UUID deploymentId,
      LmsUser user,
      MessageType type,
      StoredClaims stored,
      String accent,
      Instant now,
      Instant end) {
    return stored.session(
        new StoredClaims.Owner(
            id, platform.institutionId(), platform.id(), deploymentId, user, accent),
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
