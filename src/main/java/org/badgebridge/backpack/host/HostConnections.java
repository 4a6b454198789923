package org.badgebridge.backpack.host;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.keys.Digests;
import org.jspecify.annotations.Nullable;

/** All connections of hosts with backpacks. Joins the caller's transaction. */
@ApplicationScoped
public class HostConnections {

  /** How long a code works (Open Badges 3.0: ten minutes at most). */
  static final Duration CODE_LASTS = Duration.ofMinutes(10);

  private static final Duration READ_STEP = Duration.ofMinutes(1);

  private final Sql sql;
  private final Clock clock;

  @Inject
  public HostConnections(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** What a code is worth. */
  record Code(
      HostConnection connection,
      String challenge,
      String redirect,
      Instant until,
      @Nullable Instant usedAt) {}

  /** A connection as its owner sees it. */
  public record Shown(HostConnection connection, Host host) {}

  /** Begins one. There must be none between the two. */
  UUID add(HostRequest asked, UUID personId, boolean publicOnly, Instant until, String code) {
    Instant now = clock.instant();
    UUID id = Ids.next();
    sql.update(
        "insert into host_connection (id, host_id, person_id, scopes, public_only, connected_at,"
            + " until_at, code_digest, code_challenge, code_until, redirect_uri)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        asked.host().id(),
        personId,
        HostScope.names(asked.scopes()),
        publicOnly,
        now,
        until,
        Digests.sha256(code),
        asked.challenge(),
        now.plus(CODE_LASTS),
        asked.redirect().toString());
    return id;
  }

  /** What a code of that host is worth; other transactions that ask wait. */
  Optional<Code> lockedByCode(String code, UUID hostId) {
    return sql.first(
        "select "
            + HostConnection.COLUMNS
            + ", c.code_challenge, c.redirect_uri, c.code_until, c.code_used_at"
            + " from host_connection c where c.code_digest = ? and c.host_id = ? for update",
        HostConnections::readCode,
        Digests.sha256(code),
        hostId);
  }

  void codeUsed(UUID id) {
    sql.update("update host_connection set code_used_at = ? where id = ?", clock.instant(), id);
  }

  /** One of a host's; other transactions that ask wait. */
  Optional<HostConnection> locked(UUID id, UUID hostId) {
    return sql.first(
        "select "
            + HostConnection.COLUMNS
            + " from host_connection c where c.id = ? and c.host_id = ? for update",
        HostConnection::read,
        id,
        hostId);
  }

  /** The one between a host and a person. */
  Optional<HostConnection> between(UUID hostId, UUID personId) {
    return sql.first(
        "select "
            + HostConnection.COLUMNS
            + " from host_connection c where c.host_id = ? and c.person_id = ?",
        HostConnection::read,
        hostId,
        personId);
  }

  /** One of a person's own. */
  Optional<HostConnection> ofPerson(UUID personId, UUID id) {
    return sql.first(
        "select "
            + HostConnection.COLUMNS
            + " from host_connection c where c.person_id = ? and c.id = ? for update",
        HostConnection::read,
        personId,
        id);
  }

  /** Those of a person that hold, the latest first. */
  public List<Shown> ofPerson(UUID personId) {
    return sql
        .list(
            "select "
                + HostConnection.COLUMNS
                + " from host_connection c where c.person_id = ? and c.until_at > ?"
                + " and c.code_used_at is not null order by c.connected_at desc, c.id",
            HostConnection::read,
            personId,
            clock.instant())
        .stream()
        .map(each -> new Shown(each, host(each.hostId())))
        .toList();
  }

  private Host host(UUID id) {
    return sql.first("select id, site, metadata from host where id = ?", Hosts::read, id)
        .orElseThrow();
  }

  /** Notes that a host read just now; to the minute is enough. */
  public void read(HostConnection connection) {
    Instant now = clock.instant();
    sql.update(
        "update host_connection set read_at = ? where id = ? and (read_at is null or read_at < ?)",
        now,
        connection.id(),
        now.minus(READ_STEP));
  }

  /** Ends one, with every token that it gave. */
  void end(UUID id) {
    sql.update("delete from host_connection where id = ?", id);
  }

  /** Forgets those that are over, and those whose code nobody fetched. */
  void removeEnded() {
    Instant now = clock.instant();
    sql.update(
        "delete from host_connection where until_at <= ?"
            + " or (code_used_at is null and code_until <= ?)",
        now,
        now);
  }

  private static Code readCode(Row row) {
    return new Code(
        HostConnection.read(row),
        row.text("code_challenge"),
        row.text("redirect_uri"),
        row.instant("code_until"),
        row.optionalInstant("code_used_at"));
  }
}
