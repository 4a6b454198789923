package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.badgebridge.database.Sql;

/**
 * The addresses that nothing reaches. Kept as digests: an address that the LMS corrects is another
 * one, and is tried. Joins the caller's transaction.
 */
@ApplicationScoped
public class Undeliverable {

  private final Sql sql;
  private final Clock clock;

  @Inject
  public Undeliverable(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Notes an address; the first reason stays. */
  void note(String digest, Trouble why) {
    sql.insertOnce(
        "insert into undeliverable (address_digest, why, since) values (?, ?, ?)",
        digest,
        why,
        clock.instant());
  }

  /** Why nothing reaches an address; empty if nothing is known against it. */
  Optional<Trouble> why(String digest) {
    return sql.first(
        "select why from undeliverable where address_digest = ?",
        row -> Trouble.valueOf(row.text("why")),
        digest);
  }

  /** Staff want an address to be tried again. */
  void forget(String digest) {
    sql.update("delete from undeliverable where address_digest = ?", digest);
  }
}
