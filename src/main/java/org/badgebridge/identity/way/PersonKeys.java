package org.badgebridge.identity.way;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Sql;

/**
 * The keys that people proved to hold, with a wallet that took a badge of theirs. They open no
 * backpack; they tell whose a badge is that names a key. Joins the caller's transaction.
 */
@ApplicationScoped
public class PersonKeys {

  private final Sql sql;
  private final Clock clock;

  @Inject
  public PersonKeys(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** The thumbprints (RFC 7638) of a person's, the oldest first. */
  public List<String> of(UUID personId) {
    return sql.list(
        "select thumbprint from holder_key where person_id = ? order by proved_at, id",
        row -> row.text("thumbprint"),
        personId);
  }

  /** Keeps that a person holds a key; two people may hold one. */
  public void add(UUID personId, String thumbprint) {
    sql.insertOnce(
        "insert into holder_key (id, person_id, thumbprint, proved_at) values (?, ?, ?, ?)",
        Ids.next(),
        personId,
        thumbprint,
        clock.instant());
  }
}
