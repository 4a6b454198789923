package org.badgebridge.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * People whom an institution named before any LMS did, by eppn or e-mail address. Each is an LMS
 * user without a platform, and a person without anything else, until they prove who they are: by a
 * launch in which the institution's own platform says their eppn, or by a claim link. An e-mail
 * address that a platform says proves nothing.
 *
 * <p>Joins the caller's transaction.
 */
@ApplicationScoped
public class Addressees {

  /** By what an institution knows somebody. */
  public enum KnownBy {
    /** The name in its identity federation ({@code eduPersonPrincipalName}). */
    EPPN,
    EMAIL
  }

  /** Whether the user's platform, or one of its deployments, is that institution's. */
  private static final String AT_HOME =
      " exists (select 1 from platform p where p.id = u.platform_id and (p.institution_id = ?"
          + " or exists (select 1 from deployment d where d.platform_id = p.id"
          + " and d.institution_id = ?)))";

  private final Sql sql;
  private final Event<PersonJoined> joined;
  private final Clock clock;

  @Inject
  public Addressees(Sql sql, Event<PersonJoined> joined, Clock clock) {
    this.sql = sql;
    this.joined = joined;
    this.clock = clock;
  }

  /**
   * Somebody by what a list says: whom a platform of the institution knows by this eppn, else the
   * addressee of this name, new if there is none. Safe when the same arrives twice at once.
   *
   * @param as the eppn or the address; upper and lower case are alike
   * @param name to show; null if the list has none
   * @param email where to write; null if the list has none
   * @return the id of the LMS user
   */
  public UUID named(
      UUID institutionId, KnownBy by, String as, @Nullable String name, @Nullable String email) {
    String key = as.strip().toLowerCase(Locale.ROOT);
    if (by == KnownBy.EPPN) {
      Optional<UUID> known = withEppn(institutionId, key);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return addressee(institutionId, by, key)
        .orElseGet(
            () -> {
              add(institutionId, by, key, name, by == KnownBy.EMAIL ? key : email);
              return addressee(institutionId, by, key).orElseThrow();
            });
  }

  /** Whom {@link #named} would find without making anybody. */
  public Optional<UUID> find(UUID institutionId, KnownBy by, String as) {
    String key = as.strip().toLowerCase(Locale.ROOT);
    Optional<UUID> known = by == KnownBy.EPPN ? withEppn(institutionId, key) : Optional.empty();
    return known.or(() -> addressee(institutionId, by, key));
  }

  private Optional<UUID> withEppn(UUID institutionId, String eppn) {
    return sql.first(
        "select u.id from lms_user u where u.eppn = ? and"
            + AT_HOME
            + " order by u.updated_at desc",
        row -> row.uuid("id"),
        eppn,
        institutionId,
        institutionId);
  }

  private Optional<UUID> addressee(UUID institutionId, KnownBy by, String key) {
    return sql.first(
        "select id from lms_user where institution_id = ? and known_by = ? and known_as = ?",
        row -> row.uuid("id"),
        institutionId,
        by.name(),
        key);
  }

  private void add(
      UUID institutionId, KnownBy by, String key, @Nullable String name, @Nullable String email) {
    Instant now = clock.instant();
    UUID person = Ids.next();
    LmsUser.Profile said =
        Fitting.columns(
            new LmsUser.Profile(
                name, null, null, email, null, false, by == KnownBy.EPPN ? key : null));
    sql.update("insert into person (id, created_at) values (?, ?)", person, now);
    boolean first =
        sql.insertOnce(
            "insert into lms_user (id, person_id, known_by, known_as, institution_id, name, email,"
                + " eppn, test_user, created_at, updated_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            Ids.next(),
            person,
            by.name(),
            key,
            institutionId,
            said.name() == null ? key : said.name(),
            said.email(),
            said.eppn(),
            false,
            now,
            now);
    if (!first) {
      sql.update("delete from person where id = ?", person);
    }
  }

  /**
   * A platform said who somebody is: what its institutions gave to that eppn before is theirs now.
   *
   * @param user with an eppn, as its platform just told it
   */
  void recognised(LmsUser user) {
    List<UUID> waiting =
        sql.list(
            "select a.id from lms_user a join lms_user u on u.id = ? where a.known_by = 'EPPN'"
                + " and a.known_as = u.eppn and a.person_id <> u.person_id and exists (select 1"
                + " from platform p where p.id = u.platform_id and (p.institution_id ="
                + " a.institution_id or exists (select 1 from deployment d where d.platform_id ="
                + " p.id and d.institution_id = a.institution_id)))",
            row -> row.uuid("id"),
            user.id());
    for (UUID each : waiting) {
      sql.update("update lms_user set person_id = ? where id = ?", user.personId(), each);
      joined.fire(new PersonJoined(each, user.personId()));
    }
  }
}
