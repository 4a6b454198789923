package org.badgebridge.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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
   * Somebody as a list names them.
   *
   * @param as the eppn or the address; upper and lower case are alike
   * @param name to show; null if the list has none
   * @param email where to write; null if the list has none
   */
  public record Named(KnownBy by, String as, @Nullable String name, @Nullable String email) {

    /** Puts what it says in its usual form. */
    public Named(KnownBy by, String as, @Nullable String name, @Nullable String email) {
      this.by = by;
      this.as = as.strip().toLowerCase(Locale.ROOT);
      this.name = name;
      this.email = by == KnownBy.EMAIL ? this.as : email;
    }

    private Key key() {
      return new Key(by, as);
    }
  }

  private record Key(KnownBy by, String as) {}

  /**
   * Somebody by what a list says: whom a platform of the institution knows by this eppn, else the
   * addressee of this name, new if there is none. Safe when the same arrives twice at once.
   *
   * @return the id of the LMS user
   */
  public UUID named(UUID institutionId, Named somebody) {
    return named(institutionId, List.of(somebody)).get(0);
  }

  /**
   * As {@link #named(UUID, Named)} for each, with as many statements as for one.
   *
   * @param some some hundreds at most
   * @return their ids, in the same order
   */
  public List<UUID> named(UUID institutionId, List<Named> some) {
    Map<Key, Named> missing = new TreeMap<>(Comparator.comparing(Key::by).thenComparing(Key::as));
    some.forEach(each -> missing.putIfAbsent(each.key(), each));
    Map<Key, UUID> found = find(institutionId, missing.keySet());
    missing.keySet().removeAll(found.keySet());
    if (!missing.isEmpty()) {
      found.putAll(add(institutionId, missing.values()));
    }
    return some.stream().map(each -> found.get(each.key())).toList();
  }

  /** Whom {@link #named} would find without making anybody. */
  public Optional<UUID> find(UUID institutionId, KnownBy by, String as) {
    Key key = new Named(by, as, null, null).key();
    return Optional.ofNullable(find(institutionId, Set.of(key)).get(key));
  }

  private Map<Key, UUID> find(UUID institutionId, Set<Key> keys) {
    Map<Key, UUID> found = addressees(institutionId, keys);
    List<@Nullable Object> eppns = new ArrayList<>(as(keys, KnownBy.EPPN));
    if (!eppns.isEmpty()) {
      String marks = Sql.marks(eppns.size());
      eppns.addAll(List.of(institutionId, institutionId));
      sql.list(
              "select u.eppn, u.id from lms_user u where u.eppn in ("
                  + marks
                  + ") and"
                  + AT_HOME
                  + " order by u.updated_at, u.id",
              row -> Map.entry(new Key(KnownBy.EPPN, row.text("eppn")), row.uuid("id")),
              eppns.toArray())
          .forEach(each -> found.put(each.getKey(), each.getValue()));
    }
    return found;
  }

  private Map<Key, UUID> addressees(UUID institutionId, Set<Key> keys) {
    Map<Key, UUID> found = new HashMap<>();
    for (KnownBy by : KnownBy.values()) {
      List<String> names = as(keys, by);
      if (!names.isEmpty()) {
        sql.list(
                "select u.known_as, u.id from "
                    + Sql.NAMES
                    + " join lms_user u on u.known_as = k.name and u.institution_id = ?"
                    + " and u.known_by = ?",
                row -> Map.entry(new Key(by, row.text("known_as")), row.uuid("id")),
                Sql.names(names),
                institutionId,
                by)
            .forEach(each -> found.put(each.getKey(), each.getValue()));
      }
    }
    return found;
  }

  private static List<String> as(Set<Key> keys, KnownBy by) {
    return keys.stream().filter(each -> each.by() == by).map(Key::as).toList();
  }

  /** Makes those whom nobody made meanwhile, in one order, so that two lists never interlock. */
  private Map<Key, UUID> add(UUID institutionId, Collection<Named> sorted) {
    Instant now = clock.instant();
    Map<UUID, UUID> persons = new LinkedHashMap<>();
    List<@Nullable Object[]> users = new ArrayList<>();
    for (Named each : sorted) {
      UUID user = Ids.next();
      UUID person = Ids.next();
      persons.put(user, person);
      users.add(user(each, user, person, institutionId, now));
    }
    sql.updateAll(
        "insert into person (id, created_at) values (?, ?)",
        persons.values().stream().map(each -> Sql.row(each, now)).toList());
    sql.insertAllOnce(
        "insert into lms_user (id, person_id, known_by, known_as, institution_id, name, email,"
            + " eppn, test_user, created_at, updated_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        users);
    Map<Key, UUID> made =
        addressees(institutionId, sorted.stream().map(Named::key).collect(Collectors.toSet()));
    persons.keySet().removeAll(made.values());
    sql.updateAll(
        "delete from person where id = ?", persons.values().stream().map(Sql::row).toList());
    return made;
  }

  private static @Nullable Object[] user(
      Named named, UUID id, UUID person, UUID institutionId, Instant now) {
    LmsUser.Profile said =
        Fitting.columns(
            new LmsUser.Profile(
                named.name(),
                null,
                null,
                named.email(),
                null,
                false,
                named.by() == KnownBy.EPPN ? named.as() : null));
    return Sql.row(
        id,
        person,
        named.by(),
        named.as(),
        institutionId,
        said.name() == null ? named.as() : said.name(),
        said.email(),
        said.eppn(),
        false,
        now,
        now);
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
