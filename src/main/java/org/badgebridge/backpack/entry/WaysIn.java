package org.badgebridge.backpack.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.way.PersonAddress;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.login.Logins;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** By what a person gets into their backpack. Joins the caller's transaction. */
@ApplicationScoped
public class WaysIn {

  /** How long a joining can be undone. */
  static final Duration UNDO = Duration.ofDays(30);

  private final Sql sql;
  private final PersonAddresses addresses;
  private final Logins logins;
  private final Clock clock;

  @Inject
  public WaysIn(Sql sql, PersonAddresses addresses, Logins logins, Clock clock) {
    this.sql = sql;
    this.addresses = addresses;
    this.logins = logins;
    this.clock = clock;
  }

  /**
   * An account by which an LMS, or the list of an institution, knows a person.
   *
   * @param lms the registration's name; null for whom a list named
   * @param account their name there
   * @param email that the LMS or the list tells; a code to it opens the backpack, too
   * @param awards that hang on it and go where it goes
   */
  public record School(
      UUID id,
      String institution,
      @Nullable String lms,
      String account,
      @Nullable String email,
      Instant since,
      long awards) {}

  /** A backpack that came in, and can go out again for a while. */
  public record Joining(UUID id, Instant at, Instant undoUntil) {}

  /** All ways in. */
  public record Ways(
      List<School> schools,
      List<PersonAddress> addresses,
      List<Logins.Linked> logins,
      List<Joining> joinings) {

    /** Those that open the backpack by themselves. */
    public long count() {
      return schools.stream().filter(each -> each.lms() != null).count()
          + addresses.size()
          + logins.size();
    }

    /** Whether one can go: another is left. */
    public boolean canLose(boolean way) {
      return !way || count() > 1;
    }

    /** Whether a code to a mailbox opens it. */
    boolean byMail() {
      return !addresses.isEmpty() || schools.stream().anyMatch(each -> each.email() != null);
    }

    /** The names of the LMSs whose courses lead to it. */
    List<String> platforms() {
      return schools.stream().map(School::lms).filter(Objects::nonNull).distinct().toList();
    }

    /** Whether all of them end with the enrolment. */
    public boolean schoolOnly() {
      return addresses.isEmpty();
    }
  }

  /** A person's. */
  public Ways of(UUID personId) {
    return new Ways(
        schools(personId), addresses.of(personId), logins.of(personId), joinings(personId));
  }

  /** As {@link #of}; until the caller's transaction ends nobody else changes them. */
  Ways locked(UUID personId) {
    sql.list("select id from person where id = ? for update", row -> row.uuid("id"), personId);
    return of(personId);
  }

  /**
   * One of a person's accounts.
   *
   * @throws ProblemException NOT_FOUND if it is none of theirs
   */
  static School school(Ways ways, UUID id) {
    return ways.schools().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  private List<School> schools(UUID personId) {
    return sql.list(
        "select u.id, u.name, u.given_name, u.family_name, u.known_as, u.email, u.created_at,"
            + " p.name as lms, i.name as institution,"
            + " (select count(*) from direct_award a where a.lms_user_id = u.id) as awards"
            + " from lms_user u left join platform p on p.id = u.platform_id"
            + " join institution i on i.id = coalesce(u.institution_id, p.institution_id)"
            + " where u.person_id = ? order by u.created_at, u.id",
        WaysIn::school,
        personId);
  }

  private static School school(Row row) {
    return new School(
        row.uuid("id"),
        row.text("institution"),
        row.optionalText("lms"),
        account(row),
        row.optionalText("email"),
        row.instant("created_at"),
        row.count("awards"));
  }

  private static String account(Row row) {
    return Optional.ofNullable(row.optionalText("name"))
        .or(() -> Optional.ofNullable(row.optionalText("known_as")))
        .or(() -> Optional.ofNullable(row.optionalText("given_name")))
        .or(() -> Optional.ofNullable(row.optionalText("family_name")))
        .orElse("#" + row.uuid("id").toString().substring(30));
  }

  private List<Joining> joinings(UUID personId) {
    return sql.list(
        "select id, joined_at from person_join where into_id = ? and undone_at is null"
            + " and joined_at > ? order by joined_at desc, id",
        row ->
            new Joining(
                row.uuid("id"), row.instant("joined_at"), row.instant("joined_at").plus(UNDO)),
        personId,
        clock.instant().minus(UNDO));
  }
}
