package org.badgebridge.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The users of all platforms. Plain JDBC, because every launch comes through here; a user is
 * written only when new or changed.
 *
 * <p>Joins the caller's transaction.
 */
@ApplicationScoped
public class LmsUsers {

  private static final String COLUMNS =
      "id, platform_id, sub, person_id, name, given_name, family_name, email, locale, test_user,"
          + " created_at, updated_at";
  private static final String BY_SUB =
      "select " + COLUMNS + " from lms_user where platform_id = ? and sub = ?";
  private static final int BATCH = 500;

  private final DataSource dataSource;
  private final Clock clock;

  @Inject
  public LmsUsers(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * Finds the user, or makes one with a new person, and takes over what the platform says now. Safe
   * when the same user arrives twice at once.
   */
  public LmsUser recognise(UUID platformId, String sub, LmsUser.Profile profile) {
    try (Connection connection = dataSource.getConnection()) {
      LmsUser known = find(connection, platformId, sub);
      return known == null
          ? create(connection, platformId, sub, profile)
          : update(connection, known, profile);
    } catch (SQLException e) {
      throw new IllegalStateException("lms_user cannot be read or written", e);
    }
  }

  /**
   * As {@link #recognise} for a whole roster.
   *
   * @param profiles by {@code sub}
   * @return the users by {@code sub}
   */
  public Map<String, LmsUser> recogniseAll(UUID platformId, Map<String, LmsUser.Profile> profiles) {
    Map<String, LmsUser> users = new HashMap<>();
    try (Connection connection = dataSource.getConnection()) {
      Map<String, LmsUser> known = findAll(connection, platformId, List.copyOf(profiles.keySet()));
      for (Map.Entry<String, LmsUser.Profile> each : profiles.entrySet()) {
        LmsUser user = known.get(each.getKey());
        users.put(
            each.getKey(),
            user == null
                ? create(connection, platformId, each.getKey(), each.getValue())
                : update(connection, user, each.getValue()));
      }
      return users;
    } catch (SQLException e) {
      throw new IllegalStateException("lms_user cannot be read or written", e);
    }
  }

  /** The user with this id. */
  public Optional<LmsUser> find(UUID id) {
    return Optional.ofNullable(find(List.of(id)).get(id));
  }

  /** The users with these ids; ids of nobody are left out. */
  public Map<UUID, LmsUser> find(Collection<UUID> ids) {
    Map<UUID, LmsUser> users = new HashMap<>();
    Iterator<UUID> rest = ids.iterator();
    try (Connection connection = dataSource.getConnection()) {
      int left = ids.size();
      while (left > 0) {
        int size = Math.min(left, BATCH);
        String sql = "select " + COLUMNS + " from lms_user where id in (" + marks(size) + ")";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
          for (int i = 1; i <= size; i++) {
            select.setObject(i, rest.next());
          }
          readAll(select).forEach(user -> users.put(user.id(), user));
        }
        left -= size;
      }
      return users;
    } catch (SQLException e) {
      throw new IllegalStateException("lms_user cannot be read", e);
    }
  }

  private static Map<String, LmsUser> findAll(
      Connection connection, UUID platformId, List<String> subs) throws SQLException {
    Map<String, LmsUser> users = new HashMap<>();
    for (int from = 0; from < subs.size(); from += BATCH) {
      List<String> part = subs.subList(from, Math.min(from + BATCH, subs.size()));
      String sql =
          "select "
              + COLUMNS
              + " from lms_user where platform_id = ? and sub in ("
              + marks(part.size())
              + ")";
      try (PreparedStatement select = connection.prepareStatement(sql)) {
        select.setObject(1, platformId);
        for (int i = 0; i < part.size(); i++) {
          select.setString(i + 2, part.get(i));
        }
        readAll(select).forEach(user -> users.put(user.sub(), user));
      }
    }
    return users;
  }

  private static String marks(int count) {
    return "?,".repeat(count - 1) + "?";
  }

  private static @Nullable LmsUser find(Connection connection, UUID platformId, String sub)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(BY_SUB)) {
      select.setObject(1, platformId);
      select.setString(2, sub);
      List<LmsUser> found = readAll(select);
      return found.isEmpty() ? null : found.get(0);
    }
  }

  private static List<LmsUser> readAll(PreparedStatement select) throws SQLException {
    List<LmsUser> users = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        LmsUser user =
            new LmsUser(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getObject(11, OffsetDateTime.class).toInstant());
        user.describe(
            new LmsUser.Profile(
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getBoolean(10)),
            row.getObject(12, OffsetDateTime.class).toInstant());
        users.add(user);
      }
    }
    return users;
  }

  private LmsUser create(
      Connection connection, UUID platformId, String sub, LmsUser.Profile profile)
      throws SQLException {
    Instant now = clock.instant();
    LmsUser user = new LmsUser(UUID.randomUUID(), platformId, sub, UUID.randomUUID(), now);
    user.describe(Fitting.columns(profile), now);
    Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
    try {
      insert(connection, user, now);
      return user;
    } catch (SQLException e) {
      if (e.getSQLState() == null || !e.getSQLState().startsWith("23")) {
        throw e;
      }
      if (before != null) {
        connection.rollback(before);
      }
      LmsUser first = find(connection, platformId, sub);
      if (first == null) {
        throw e;
      }
      return first;
    }
  }

  private static void insert(Connection connection, LmsUser user, Instant now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into person (id, created_at) values (?, ?)")) {
      insert.setObject(1, user.personId());
      insert.setObject(2, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into lms_user (name, given_name, family_name, email, locale, test_user,"
                + " updated_at, id, platform_id, sub, person_id, created_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      describe(insert, user.profile(), now);
      insert.setObject(8, user.id());
      insert.setObject(9, user.platformId());
      insert.setString(10, user.sub());
      insert.setObject(11, user.personId());
      insert.setObject(12, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  private LmsUser update(Connection connection, LmsUser user, LmsUser.Profile profile)
      throws SQLException {
    Instant now = clock.instant();
    if (!user.describe(Fitting.columns(profile), now)) {
      return user;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "update lms_user set name = ?, given_name = ?, family_name = ?, email = ?, locale = ?,"
                + " test_user = ?, updated_at = ? where id = ?")) {
      describe(update, user.profile(), now);
      update.setObject(8, user.id());
      update.executeUpdate();
    }
    return user;
  }

  private static void describe(PreparedStatement statement, LmsUser.Profile profile, Instant now)
      throws SQLException {
    statement.setString(1, profile.name());
    statement.setString(2, profile.givenName());
    statement.setString(3, profile.familyName());
    statement.setString(4, profile.email());
    statement.setString(5, profile.locale());
    statement.setBoolean(6, profile.testUser());
    statement.setObject(7, now.atOffset(ZoneOffset.UTC));
  }
}
