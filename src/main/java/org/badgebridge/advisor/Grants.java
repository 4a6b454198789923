package org.badgebridge.advisor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * All grants, and the only place that says whose they are. Changes need the caller's transaction.
 */
@ApplicationScoped
public class Grants {

  /** The job that writes to an advisor; its data is the grant's id. */
  public static final String SENDING = "tell-advisor";

  private final Sql sql;
  private final Clock clock;

  @Inject
  public Grants(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * One page of them.
   *
   * @param next the key of the next page; null on the last
   */
  public record Slice(List<Grant> grants, @Nullable UUID next) {}

  /**
   * Those of a person, the newest first.
   *
   * @param after the key of the page, null for the first
   */
  public Slice of(UUID personId, @Nullable UUID after, int size) {
    String query = "select * from advisor_grant where person_id = ?";
    String order = " order by id desc fetch first " + (size + 1) + " rows only";
    List<Grant> found =
        after == null
            ? sql.list(query + order, Grants::read, personId)
            : sql.list(query + " and id < ?" + order, Grants::read, personId, after);
    return found.size() <= size
        ? new Slice(found, null)
        : new Slice(found.subList(0, size), found.get(size - 1).id());
  }

  /**
   * One of a person's own.
   *
   * @throws ProblemException NOT_FOUND if it is none of theirs
   */
  public Grant own(UUID id, UUID personId) {
    return find(id).filter(each -> each.personId().equals(personId)).orElseThrow(Grants::missing);
  }

  /** Whoever's; empty if there is none. */
  public Optional<Grant> find(UUID id) {
    return sql.first("select * from advisor_grant where id = ?", Grants::read, id);
  }

  /** The credentials that were chosen for it. */
  Set<UUID> chosen(UUID id) {
    return new HashSet<>(
        sql.list(
            "select credential_id from advisor_grant_badge where grant_id = ?",
            row -> row.uuid("credential_id"),
            id));
  }

  /** How many of a person are open; until the caller's transaction ends nobody adds one. */
  long openOnes(UUID personId) {
    sql.list("select id from person where id = ? for update", row -> row.uuid("id"), personId);
    return count(
        "select count(*) as found from advisor_grant where person_id = ? and ended_at is null"
            + " and expires_at > ?",
        personId,
        clock.instant());
  }

  /** How many a person made since a moment. */
  long madeSince(UUID personId, Instant since) {
    return count(
        "select count(*) as found from advisor_grant where person_id = ? and created_at > ?",
        personId,
        since);
  }

  private long count(String query, UUID personId, Instant moment) {
    return sql.first(query, row -> row.count("found"), personId, moment).orElse(0L);
  }

  void add(Grant grant, Set<UUID> credentials) {
    List<@Nullable Object> values = new ArrayList<>();
    values.addAll(List.of(grant.id(), grant.personId(), grant.advisor(), grant.email()));
    values.addAll(List.of(grant.purpose(), grant.language().toLanguageTag(), grant.badges()));
    values.addAll(List.of(grant.createdAt(), grant.expiresAt()));
    Stream.of(Look.values()).map(grant::shows).forEach(values::add);
    sql.update(
        "insert into advisor_grant (id, person_id, advisor, email, purpose, language, badges,"
            + " created_at, expires_at, "
            + Stream.of(Look.values()).map(Look::column).collect(Collectors.joining(", "))
            + ") values ("
            + Sql.marks(values.size())
            + ")",
        values.toArray());
    sql.updateAll(
        "insert into advisor_grant_badge (grant_id, credential_id) values (?, ?)",
        credentials.stream().map(each -> Sql.row(grant.id(), each)).toList());
  }

  /**
   * Ends it, and every session that it opened.
   *
   * @return false if it was ended already
   */
  boolean end(UUID id) {
    boolean changed =
        sql.update(
                "update advisor_grant set ended_at = ? where id = ? and ended_at is null",
                clock.instant(),
                id)
            == 1;
    sql.update("delete from browser_session where kind = 'ADVISOR' and subject_id = ?", id);
    return changed;
  }

  /** Lets one that was not ended last until then, if that is longer than it has. */
  boolean prolong(UUID id, Instant until) {
    return sql.update(
            "update advisor_grant set expires_at = ?"
                + " where id = ? and ended_at is null and expires_at < ?",
            until,
            id,
            until)
        == 1;
  }

  /** Notes how writing to the advisor went. */
  void told(UUID id, boolean taken) {
    sql.update(
        "update advisor_grant set "
            + (taken ? "told_at" : "refused_at")
            + " = ? where id = ? and told_at is null and refused_at is null",
        clock.instant(),
        id);
  }

  /** Forgets those that were over before a moment, with their logs. */
  void forget(Instant before) {
    sql.update("delete from advisor_grant where coalesce(ended_at, expires_at) < ?", before);
  }

  static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
  }

  private static Grant read(Row row) {
    return new Grant(
        row.uuid("id"),
        row.uuid("person_id"),
        row.text("advisor"),
        row.text("email"),
        row.text("purpose"),
        Locale.forLanguageTag(row.text("language")),
        Grant.Badges.valueOf(row.text("badges")),
        Stream.of(Look.values())
            .filter(each -> row.flag(each.column()))
            .collect(Collectors.toSet()),
        row.instant("created_at"),
        row.instant("expires_at"),
        row.optionalInstant("ended_at"),
        row.optionalInstant("told_at"),
        row.optionalInstant("refused_at"));
  }
}
