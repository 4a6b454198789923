package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.badgebridge.database.Ids;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.web.Page;
import org.jspecify.annotations.Nullable;

/** The SQL of {@link LaunchSessions}. */
@ApplicationScoped
class LaunchRows {

  private static final Duration ACCENT_KNOWN = Duration.ofMinutes(1);
  private static final String FIND =
      "select l.id, i.id, l.platform_id, l.deployment_id, l.message_type, l.claims,"
          + " l.created_at, l.expires_at, u.id, u.sub, u.person_id, u.name, u.given_name,"
          + " u.family_name, u.test_user, i.accent, l.bearer_digest"
          + " from launch l join lms_user u on u.id = l.lms_user_id"
          + " join platform p on p.id = l.platform_id"
          + " join deployment d on d.id = l.deployment_id"
          + " join institution i on i.id = coalesce(d.institution_id, p.institution_id)"
          + " where l.id = ? and l.state = 'OPEN' and l.expires_at > ?"
          + " and p.state = 'ACTIVE' and d.state = 'ACTIVE'";

  private final Clock clock;
  private final Map<UUID, Accent> accents = new ConcurrentHashMap<>();

  @Inject
  LaunchRows(Clock clock) {
    this.clock = clock;
  }

  private record Accent(String color, Instant until) {}

  void insert(Connection connection, LaunchRow row) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into launch (id, bearer_digest, state, state_digest, platform_id,"
                + " deployment_id, lms_user_id, message_type, claims, created_at, expires_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setObject(1, row.id());
      insert.setString(2, row.bearerDigest());
      insert.setString(3, row.state());
      insert.setString(4, row.stateDigest());
      insert.setObject(5, row.platformId());
      insert.setObject(6, row.deploymentId());
      insert.setObject(7, row.lmsUserId());
      insert.setString(8, row.type().name());
      insert.setString(9, row.claims());
      insert.setObject(10, utc(row.createdAt()));
      insert.setObject(11, utc(row.expiresAt()));
      insert.executeUpdate();
    }
  }

  /** Opens a pending launch, if it still is one; gives the digest of the binding it waits for. */
  @Nullable String takePending(Connection connection, UUID id, String bearerDigest, Instant now)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update launch set state = 'OPEN', bearer_digest = ?"
                + " where id = ? and state = 'PENDING' and expires_at > ?")) {
      update.setString(1, bearerDigest);
      update.setObject(2, id);
      update.setObject(3, utc(now));
      if (update.executeUpdate() == 0) {
        return null;
      }
    }
    try (PreparedStatement select =
        connection.prepareStatement("select state_digest from launch where id = ?")) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  Optional<UUID> platformOf(Connection connection, UUID launch) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select platform_id from launch where id = ?")) {
      select.setObject(1, launch);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
      }
    }
  }

  void end(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update launch set state = 'ENDED' where id = ?")) {
      update.setObject(1, id);
      update.executeUpdate();
    }
  }

  void moveEnd(Connection connection, UUID id, Instant end) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update launch set expires_at = ? where id = ?")) {
      update.setObject(1, utc(end));
      update.setObject(2, id);
      update.executeUpdate();
    }
  }

  /** The open session of a bearer, if its platform and deployment are still active. */
  Optional<LaunchSession> find(Connection connection, Bearer bearer, Instant now)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setObject(1, bearer.launch());
      select.setObject(2, utc(now));
      try (ResultSet row = select.executeQuery()) {
        return row.next() && BindingCookies.same(bearer.digest(), row.getString(17))
            ? Optional.of(session(row))
            : Optional.empty();
      }
    }
  }

  /** Forgets launches whose login began before that moment. */
  int purge(Connection connection, Instant before, int atMost) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from launch where id in"
                + " (select id from launch where id < ? order by id fetch first ? rows only)")) {
      delete.setObject(1, Ids.lowestOf(before));
      delete.setInt(2, atMost);
      return delete.executeUpdate();
    }
  }

  private static LaunchSession session(ResultSet row) throws SQLException {
    UUID platformId = row.getObject(3, UUID.class);
    Instant createdAt = instant(row, 7);
    LmsUser user =
        new LmsUser(
            row.getObject(9, UUID.class),
            platformId,
            row.getString(10),
            row.getObject(11, UUID.class),
            createdAt);
    user.describe(
        new LmsUser.Profile(
            row.getString(12),
            row.getString(13),
            row.getString(14),
            null,
            null,
            row.getBoolean(15)),
        createdAt);
    return StoredClaims.of(row.getString(6))
        .session(
            new StoredClaims.Owner(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                platformId,
                row.getObject(4, UUID.class),
                user,
                row.getString(16)),
            MessageType.valueOf(row.getString(5)),
            createdAt,
            instant(row, 8));
  }

  /** The institution's colour, read at most once a minute. */
  String accent(Connection connection, UUID institutionId) throws SQLException {
    Instant now = clock.instant();
    Accent known = accents.get(institutionId);
    if (known == null || !known.until().isAfter(now)) {
      known = new Accent(readAccent(connection, institutionId), now.plus(ACCENT_KNOWN));
      accents.put(institutionId, known);
    }
    return known.color();
  }

  private static String readAccent(Connection connection, UUID institutionId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select accent from institution where id = ?")) {
      select.setObject(1, institutionId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : Page.ACCENT;
      }
    }
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
