package org.badgebridge.naming;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** The requests for another name. Changes need the caller's transaction. */
@ApplicationScoped
public class NameRequests {

  private static final String FROM =
      "select r.id, r.lms_user_id, r.wished, r.asked_at, u.name, u.given_name, u.family_name,"
          + " p.name as lms from name_request r join lms_user u on u.id = r.lms_user_id"
          + " left join platform p on p.id = u.platform_id"
          + " where r.state = 'OPEN' and coalesce(u.institution_id, p.institution_id) = ?";

  private final Sql sql;
  private final Clock clock;

  @Inject
  public NameRequests(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * One page of them.
   *
   * @param next the key of the next page; null on the last
   */
  public record Slice(List<NameRequest> requests, @Nullable UUID next) {}

  /**
   * The open ones of an institution, the oldest first.
   *
   * @param after the key of the page, null for the first
   */
  public Slice open(UUID institutionId, @Nullable UUID after, int size) {
    String order = " order by r.id fetch first " + (size + 1) + " rows only";
    List<NameRequest> found =
        after == null
            ? sql.list(FROM + order, NameRequests::read, institutionId)
            : sql.list(FROM + " and r.id > ?" + order, NameRequests::read, institutionId, after);
    return found.size() <= size
        ? new Slice(found, null)
        : new Slice(found.subList(0, size), found.get(size - 1).id());
  }

  /** An open one of an institution; others who want to decide, change or take it back wait. */
  Optional<NameRequest> locked(UUID id, UUID institutionId) {
    sql.list(
        "select id from lms_user where id = (select lms_user_id from name_request where id = ?)"
            + " for update",
        row -> row.uuid("id"),
        id);
    return sql.first(FROM + " and r.id = ?", NameRequests::read, institutionId, id);
  }

  /** Whether an institution has, or had, such a one. */
  boolean isOf(UUID id, UUID institutionId) {
    return sql.first(
            "select r.id from name_request r join lms_user u on u.id = r.lms_user_id"
                + " left join platform p on p.id = u.platform_id"
                + " where r.id = ? and coalesce(u.institution_id, p.institution_id) = ?",
            row -> row.uuid("id"),
            id,
            institutionId)
        .isPresent();
  }

  /** How many there were of an account since a moment. */
  long since(UUID lmsUserId, Instant moment) {
    return sql.first(
            "select count(*) as asked from name_request where lms_user_id = ? and asked_at > ?",
            row -> row.count("asked"),
            lmsUserId,
            moment)
        .orElse(0L);
  }

  /** Keeps one; an open one of the same account asks for this name from now on. */
  UUID keep(UUID lmsUserId, String wished) {
    Optional<UUID> open =
        sql.first(
            "select id from name_request where open_for = ?", row -> row.uuid("id"), lmsUserId);
    if (open.isPresent()) {
      sql.update("update name_request set wished = ? where id = ?", wished, open.get());
      return open.get();
    }
    UUID id = Ids.next();
    sql.update(
        "insert into name_request (id, lms_user_id, open_for, wished, state, asked_at)"
            + " values (?, ?, ?, ?, 'OPEN', ?)",
        id,
        lmsUserId,
        lmsUserId,
        wished,
        clock.instant());
    return id;
  }

  /**
   * Closes the open one of an account, and forgets what it asked for; empty if there is none.
   *
   * @param reason why it was denied; null if it was not
   */
  Optional<UUID> close(UUID lmsUserId, NameRequest.State how, @Nullable String reason) {
    Optional<UUID> open =
        sql.first(
            "select id from name_request where open_for = ?", row -> row.uuid("id"), lmsUserId);
    open.ifPresent(
        id ->
            sql.update(
                "update name_request set open_for = null, wished = null, state = ?, reason = ?,"
                    + " decided_at = ? where id = ?",
                how,
                reason,
                clock.instant(),
                id));
    return open;
  }

  private static NameRequest read(Row row) {
    return new NameRequest(
        row.uuid("id"),
        row.uuid("lms_user_id"),
        row.optionalText("lms"),
        NamedAccounts.name(row),
        row.text("wished"),
        row.instant("asked_at"));
  }
}
