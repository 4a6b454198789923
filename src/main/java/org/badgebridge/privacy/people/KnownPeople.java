package org.badgebridge.privacy.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.LmsUserSearch;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * People whom an institution knows: by its platforms, by its deployments on others, or because its
 * staff named them. Who was erased is known no more.
 */
@ApplicationScoped
public class KnownPeople {

  /** Whom {@link #search} finds at most. */
  static final int FOUND = 50;

  private static final String FROM =
      " from lms_user u left join platform p on p.id = u.platform_id"
          + " where (u.institution_id = ? or p.institution_id = ? or exists (select 1"
          + " from deployment d where d.platform_id = p.id and d.institution_id = ?))"
          + " and not exists (select 1 from erasure e where e.person_id = u.person_id"
          + " and e.done_at is not null)";

  /** A user of a person {@code ?} whom another institution may know, too. */
  private static final String ELSEWHERE =
      "select 1 as found from lms_user u left join platform p on p.id = u.platform_id"
          + " where u.person_id = ? and (coalesce(u.institution_id, p.institution_id) <> ?"
          + " or exists (select 1 from deployment d where d.platform_id = p.id"
          + " and d.institution_id <> ?)) fetch first 1 row only";

  private static final String AWARDED_ELSEWHERE =
      "select 1 as found from direct_award a join lms_user u on u.id = a.lms_user_id"
          + " where u.person_id = ? and a.institution_id <> ? fetch first 1 row only";

  private final Sql sql;

  @Inject
  public KnownPeople(Sql sql) {
    this.sql = sql;
  }

  /**
   * One name that somebody goes by.
   *
   * @param platform the issuer of the LMS that knows them; null for whom staff named
   */
  public record Someone(
      UUID personId,
      String name,
      @Nullable String email,
      @Nullable String eppn,
      @Nullable String platform) {}

  /**
   * Who was found, by name.
   *
   * @param more whether there are others, which more words would find
   */
  public record Found(List<Someone> people, boolean more) {}

  /**
   * One person.
   *
   * @param names under which the institution knows them; the first is what to call them
   * @param claimed how many badges they own
   * @param offered how many wait for them
   * @param elsewhere whether another institution may know them, too
   */
  public record Portrait(List<Someone> names, long claimed, long offered, boolean elsewhere) {}

  /**
   * Finds by words.
   *
   * @param words in their name, e-mail address or eppn; blank for the first by name
   */
  public Found search(UUID institutionId, String words) {
    List<@Nullable Object> parameters =
        new ArrayList<>(List.of(institutionId, institutionId, institutionId));
    String condition = LmsUserSearch.condition(words, parameters);
    List<Someone> found =
        sql.list(
            select(condition) + " fetch first " + (FOUND + 1) + " rows only",
            KnownPeople::read,
            parameters.toArray());
    return new Found(found.subList(0, Math.min(FOUND, found.size())), found.size() > FOUND);
  }

  /** A person; empty if the institution knows nobody by that id. */
  public Optional<Portrait> portrait(UUID institutionId, UUID personId) {
    List<Someone> names =
        sql.list(
            select(" and u.person_id = ?"),
            KnownPeople::read,
            institutionId,
            institutionId,
            institutionId,
            personId);
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Portrait(
                names,
                awards(personId, "CLAIMED"),
                awards(personId, "OFFERED"),
                elsewhere(institutionId, personId)));
  }

  /**
   * A mailbox of a person, and the language to write in.
   *
   * @param address in lower case
   */
  record Mailbox(String address, Locale language) {}

  /** All mailboxes of a person that we know, each once. */
  List<Mailbox> mailboxes(UUID personId) {
    return sql.list(
        "select m.address, max(m.locale) as locale from (select lower(email) as address, locale"
            + " from lms_user where person_id = ? and email is not null union all"
            + " select address, null from person_address where person_id = ?) m"
            + " group by m.address order by m.address",
        row -> new Mailbox(row.text("address"), Words.choose(row.optionalText("locale"))),
        personId,
        personId);
  }

  private boolean elsewhere(UUID institutionId, UUID personId) {
    return sql.first(ELSEWHERE, row -> true, personId, institutionId, institutionId).isPresent()
        || sql.first(AWARDED_ELSEWHERE, row -> true, personId, institutionId).isPresent();
  }

  private long awards(UUID personId, String state) {
    return sql.first(
            "select count(*) as number from direct_award a join lms_user u on u.id = a.lms_user_id"
                + " where u.person_id = ? and a.state = ?",
            row -> row.count("number"),
            personId,
            state)
        .orElse(0L);
  }

  private static String select(String condition) {
    return "select u.id, u.person_id, u.email, u.eppn, p.issuer as platform, "
        + LmsUserSearch.NAMES
        + FROM
        + condition
        + " order by "
        + LmsUserSearch.NAME_KEY
        + ", u.id";
  }

  private static Someone read(Row row) {
    return new Someone(
        row.uuid("person_id"),
        LmsUserSearch.displayName(row, "id"),
        row.optionalText("email"),
        row.optionalText("eppn"),
        row.optionalText("platform"));
  }
}
