package org.badgebridge.backpack.host;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.keys.Digests;
import org.badgebridge.keys.Tokens;
import org.jspecify.annotations.Nullable;

/** The tokens of hosts, as digests. Joins the caller's transaction. */
@ApplicationScoped
public class HostTokens {

  /** How long an access token works (Open Badges 3.0 recommends an hour). */
  static final Duration ACCESS_LASTS = Duration.ofHours(1);

  /** How long the second use of a refresh token is noticed as such. */
  static final Duration USED_KEPT = Duration.ofDays(30);

  private final Sql sql;
  private final Clock clock;

  @Inject
  public HostTokens(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** The kinds of token. */
  enum Kind {
    ACCESS,
    REFRESH
  }

  /** A refresh token as it lies here. */
  record Refresh(UUID id, Instant until, @Nullable Instant usedAt) {}

  /** Makes one. */
  String make(Kind kind, UUID connectionId, Instant until) {
    String token = Tokens.random();
    sql.update(
        "insert into host_token (id, connection_id, kind, digest, until_at) values (?, ?, ?, ?, ?)",
        Ids.next(),
        connectionId,
        kind,
        Digests.sha256(token),
        until);
    return token;
  }

  /** What an access token opens; empty if it opens nothing, or nothing any more. */
  public Optional<HostConnection> opened(String token) {
    Instant now = clock.instant();
    return sql.first(
        "select "
            + HostConnection.COLUMNS
            + " from host_token t join host_connection c on c.id = t.connection_id"
            + " where t.digest = ? and t.kind = 'ACCESS' and t.until_at > ? and c.until_at > ?",
        HostConnection::read,
        Digests.sha256(token),
        now,
        now);
  }

  /** To which connection a token of any kind belongs. */
  Optional<UUID> connection(String token) {
    return sql.first(
        "select connection_id from host_token where digest = ?",
        row -> row.uuid("connection_id"),
        Digests.sha256(token));
  }

  /** A refresh token; whoever asks holds the lock of its connection. */
  Optional<Refresh> refresh(String token) {
    return sql.first(
        "select id, until_at, used_at from host_token where digest = ? and kind = 'REFRESH'",
        HostTokens::readRefresh,
        Digests.sha256(token));
  }

  void used(Refresh token) {
    sql.update("update host_token set used_at = ? where id = ?", clock.instant(), token.id());
  }

  /** Forgets those that are over. */
  void removeEnded() {
    Instant now = clock.instant();
    sql.update(
        "delete from host_token where until_at <= ? or used_at <= ?", now, now.minus(USED_KEPT));
  }

  private static Refresh readRefresh(Row row) {
    return new Refresh(row.uuid("id"), row.instant("until_at"), row.optionalInstant("used_at"));
  }
}
