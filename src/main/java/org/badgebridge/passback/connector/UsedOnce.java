package org.badgebridge.passback.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.jobs.RecurringJob;
import org.badgebridge.keys.Digests;

/** What a connector's sender may use once only: nonces and the ids of assertions. */
@ApplicationScoped
public class UsedOnce implements RecurringJob {

  private final Sql sql;
  private final Clock clock;

  @Inject
  public UsedOnce(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Uses it. Joins the transaction, so that what fails with it may be sent again.
   *
   * @param expiresAt from when on it would be refused for its age
   * @return whether it was never used before
   */
  @Transactional
  public boolean use(UUID connectorId, String nonce, Instant expiresAt) {
    return sql.insertOnce(
        "insert into connector_nonce (connector_id, digest, expires_at) values (?, ?, ?)",
        connectorId,
        Digests.sha256(nonce),
        expiresAt);
  }

  @Override
  public String name() {
    return "forget-used-nonces";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run() {
    sql.update("delete from connector_nonce where expires_at < ?", clock.instant());
  }
}
