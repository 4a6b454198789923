package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.keys.Digests;

/** All hosts. Of their secrets we keep digests. Joins the caller's transaction. */
@ApplicationScoped
public class Hosts {

  /** After which a registration that nobody ever connected is forgotten. */
  static final Duration UNUSED_LASTS = Duration.ofDays(7);

  /** After which a host with no connection left is forgotten. */
  static final Duration IDLE_LASTS = Duration.ofDays(365);

  private final Sql sql;
  private final Clock clock;

  @Inject
  public Hosts(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Optional<Host> find(UUID id) {
    return sql.first("select id, site, metadata from host where id = ?", Hosts::read, id);
  }

  /** The host of that id and secret. */
  Optional<Host> withSecret(UUID id, String secret) {
    String digest = Digests.sha256(secret);
    return sql.first(
            "select secret_digest from host where id = ?", row -> row.text("secret_digest"), id)
        .filter(kept -> MessageDigest.isEqual(bytes(kept), bytes(digest)))
        .flatMap(kept -> find(id));
  }

  private static byte[] bytes(String digest) {
    return digest.getBytes(StandardCharsets.US_ASCII);
  }

  void add(Host host, String secret) {
    sql.update(
        "insert into host (id, site, metadata, secret_digest, registered_at) values (?, ?, ?, ?, ?)",
        host.id(),
        host.site(),
        host.metadata().toJSONObject(true).toJSONString(),
        Digests.sha256(secret),
        clock.instant());
  }

  /** How many registered and were never connected. */
  long unused() {
    return sql.first(
            "select count(*) as hosts from host where used_at is null", row -> row.count("hosts"))
        .orElse(0L);
  }

  /** Notes that somebody connected it. */
  void used(UUID id) {
    sql.update("update host set used_at = ? where id = ?", clock.instant(), id);
  }

  /** Forgets those that nobody connects. */
  void removeIdle() {
    Instant now = clock.instant();
    sql.update(
        "delete from host where ((used_at is null and registered_at <= ?) or used_at <= ?)"
            + " and not exists (select 1 from host_connection c where c.host_id = host.id)",
        now.minus(UNUSED_LASTS),
        now.minus(IDLE_LASTS));
  }

  static Host read(Row row) {
    try {
      return new Host(
          row.uuid("id"),
          row.text("site"),
          ClientMetadata.parse(JSONObjectUtils.parse(row.text("metadata"))));
    } catch (ParseException e) {
      throw new IllegalStateException("only what was read is kept", e);
    }
  }
}
