package org.badgebridge.identity;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** Writes many users at once, each in the order given. */
final class LmsUserRows {

  private static final String PERSON = "insert into person (id, created_at) values (?, ?)";
  private static final String USER =
      "insert into lms_user (id, platform_id, sub, person_id, name, given_name, family_name,"
          + " email, locale, test_user, eppn, username, sourced_id, created_at, updated_at)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Sql sql;

  LmsUserRows(Sql sql) {
    this.sql = sql;
  }

  void update(List<LmsUser> users) {
    if (users.isEmpty()) {
      return;
    }
    sql.updateAll(
        "update lms_user set "
            + unlessCorrected("name")
            + unlessCorrected("given_name")
            + unlessCorrected("family_name")
            + "email = ?, locale = ?, test_user = ?, eppn = ?, username = ?, sourced_id = ?,"
            + " updated_at = ? where id = ?",
        rows(
            users,
            user -> {
              LmsUser.Profile profile = user.profile();
              return new @Nullable Object[] {
                profile.name(),
                profile.givenName(),
                profile.familyName(),
                profile.email(),
                profile.locale(),
                profile.testUser(),
                profile.eppn(),
                profile.username(),
                profile.sourcedId(),
                user.updatedAt(),
                user.id()
              };
            }));
  }

  /** A correction counts also where it came between reading and writing. */
  private static String unlessCorrected(String column) {
    return column + " = case when name_corrected_at is null then ? else " + column + " end, ";
  }

  /**
   * Inserts a user with their person, unless another writer was first.
   *
   * @return whether this call inserted them
   */
  boolean insertOnce(LmsUser user) {
    sql.update(PERSON, person(user));
    boolean inserted = sql.insertOnce(USER, columns(user));
    if (!inserted) {
      removePersons(List.of(user.personId()));
    }
    return inserted;
  }

  /** Inserts users with their persons; a user that another writer inserted first is left out. */
  void insert(List<LmsUser> users) {
    sql.updateAll(PERSON, rows(users, LmsUserRows::person));
    sql.insertAllOnce(USER, rows(users, LmsUserRows::columns));
  }

  private static @Nullable Object[] person(LmsUser user) {
    return new @Nullable Object[] {user.personId(), user.createdAt()};
  }

  private static @Nullable Object[] columns(LmsUser user) {
    LmsUser.Profile profile = user.profile();
    return new @Nullable Object[] {
      user.id(),
      user.platformId(),
      user.sub(),
      user.personId(),
      profile.name(),
      profile.givenName(),
      profile.familyName(),
      profile.email(),
      profile.locale(),
      profile.testUser(),
      profile.eppn(),
      profile.username(),
      profile.sourcedId(),
      user.createdAt(),
      user.updatedAt()
    };
  }

  void removePersons(List<UUID> ids) {
    if (!ids.isEmpty()) {
      sql.updateAll(
          "delete from person where id = ?", rows(ids, id -> new @Nullable Object[] {id}));
    }
  }

  private static <T> List<@Nullable Object[]> rows(
      List<T> all, Function<T, @Nullable Object[]> row) {
    return all.stream().map(row).toList();
  }
}
