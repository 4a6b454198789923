package org.badgebridge.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Sql;
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
          + " created_at, updated_at, eppn, name_corrected_at, username,"
          + " sourced_id";
  private static final int BATCH = 500;

  private final Sql sql;
  private final LmsUserRows rows;
  private final Addressees addressees;
  private final Clock clock;

  @Inject
  public LmsUsers(Sql sql, Addressees addressees, Clock clock) {
    this.sql = sql;
    this.rows = new LmsUserRows(sql);
    this.addressees = addressees;
    this.clock = clock;
  }

  /**
   * Finds the user, or makes one with a new person, and takes over what the platform says now. Safe
   * when the same user arrives twice at once.
   */
  public LmsUser recognise(UUID platformId, String sub, LmsUser.Profile profile) {
    Instant now = clock.instant();
    LmsUser known = find(platformId, sub).orElse(null);
    if (known == null) {
      LmsUser fresh = fresh(platformId, sub, now);
      fresh.describe(Fitting.columns(profile), now);
      if (rows.insertOnce(fresh)) {
        meet(fresh, null);
        return fresh;
      }
      known = find(platformId, sub).orElseThrow(); // another writer was first
    }
    String before = known.profile().eppn();
    if (known.describe(Fitting.columns(profile), now)) {
      rows.update(List.of(known));
      meet(known, before);
    }
    return known;
  }

  /** Looks once, when an eppn is said first or anew, whether somebody waits under it. */
  private void meet(LmsUser user, @Nullable String before) {
    String eppn = user.profile().eppn();
    if (eppn != null && !eppn.equals(before)) {
      addressees.recognised(user);
    }
  }

  /**
   * As {@link #recognise} for a whole roster, in batches.
   *
   * @param profiles by {@code sub}
   * @return the users by {@code sub}
   */
  public Map<String, LmsUser> recogniseAll(UUID platformId, Map<String, LmsUser.Profile> profiles) {
    Instant now = clock.instant();
    // all writers take the users in one order, so that they wait for each other and never in a ring
    SortedMap<String, LmsUser.Profile> said = new TreeMap<>(profiles);
    Map<String, LmsUser> users = findAll(platformId, List.copyOf(said.keySet()));
    List<LmsUser> changed = new ArrayList<>();
    List<LmsUser> fresh = new ArrayList<>();
    List<String> named = new ArrayList<>();
    said.forEach(
        (sub, profile) -> {
          LmsUser known = users.get(sub);
          LmsUser user = known == null ? fresh(platformId, sub, now) : known;
          @Nullable String eppn = user.profile().eppn();
          boolean differs = user.describe(Fitting.columns(profile), now);
          if (known == null) {
            fresh.add(user);
          } else if (differs) {
            changed.add(user);
          }
          if (!Objects.equals(eppn, user.profile().eppn())) {
            named.add(sub);
          }
        });
    rows.update(changed);
    users.putAll(add(platformId, fresh));
    named.stream().map(users::get).filter(Objects::nonNull).forEach(addressees::recognised);
    return users;
  }

  private static LmsUser fresh(UUID platformId, String sub, Instant now) {
    return new LmsUser(Ids.next(), platformId, sub, Ids.next(), now);
  }

  private Optional<LmsUser> find(UUID platformId, String sub) {
    return Optional.ofNullable(findAll(platformId, List.of(sub)).get(sub));
  }

  /** Adds users; where another writer was first, its user counts and our new person goes again. */
  private Map<String, LmsUser> add(UUID platformId, List<LmsUser> fresh) {
    if (fresh.isEmpty()) {
      return Map.of();
    }
    rows.insert(fresh);
    Map<String, LmsUser> kept =
        findAll(platformId, fresh.stream().map(LmsUser::sub).filter(Objects::nonNull).toList());
    Set<UUID> persons = kept.values().stream().map(LmsUser::personId).collect(Collectors.toSet());
    rows.removePersons(
        fresh.stream().map(LmsUser::personId).filter(id -> !persons.contains(id)).toList());
    return kept;
  }

  /** The user with this id. */
  public Optional<LmsUser> find(UUID id) {
    return Optional.ofNullable(find(List.of(id)).get(id));
  }

  /** The users with these ids; ids of nobody are left out. */
  public Map<UUID, LmsUser> find(Collection<UUID> ids) {
    return sql.on(connection -> find(connection, ids), LmsUsers::unreadable);
  }

  private static Map<UUID, LmsUser> find(Connection connection, Collection<UUID> ids)
      throws SQLException {
    Map<UUID, LmsUser> users = new HashMap<>();
    Iterator<UUID> rest = ids.iterator();
    int left = ids.size();
    while (left > 0) {
      int size = Math.min(left, BATCH);
      String in = " from lms_user where id in (" + marks(size) + ")";
      try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS + in)) {
        for (int i = 1; i <= size; i++) {
          select.setObject(i, rest.next());
        }
        readAll(select).forEach(user -> users.put(user.id(), user));
      }
      left -= size;
    }
    return users;
  }

  private Map<String, LmsUser> findAll(UUID platformId, List<String> subs) {
    return sql.on(connection -> findAll(connection, platformId, subs), LmsUsers::unreadable);
  }

  private static Map<String, LmsUser> findAll(
      Connection connection, UUID platformId, List<String> subs) throws SQLException {
    Map<String, LmsUser> users = new HashMap<>();
    for (int from = 0; from < subs.size(); from += BATCH) {
      List<String> part = subs.subList(from, Math.min(from + BATCH, subs.size()));
      String in = " from lms_user where platform_id = ? and sub in (" + marks(part.size()) + ")";
      try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS + in)) {
        select.setObject(1, platformId);
        for (int i = 0; i < part.size(); i++) {
          select.setString(i + 2, part.get(i));
        }
        readAll(select).forEach(user -> users.put(Objects.requireNonNull(user.sub()), user));
      }
    }
    return users;
  }

  private static RuntimeException unreadable(SQLException e) {
    return new IllegalStateException("lms_user cannot be read", e);
  }

  private static String marks(int count) {
    return "?,".repeat(count - 1) + "?";
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
                row.getBoolean(10),
                row.getString(13),
                row.getString(15),
                row.getString(16)),
            row.getObject(12, OffsetDateTime.class).toInstant());
        OffsetDateTime corrected = row.getObject(14, OffsetDateTime.class);
        user.keepName(corrected == null ? null : corrected.toInstant());
        users.add(user);
      }
    }
    return users;
  }
}
