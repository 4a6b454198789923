package org.badgebridge.passback.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.web.PlainText;

/**
 * The last things that went wrong with each connector, so that whoever set it up sees why nothing
 * comes. Keeps few, and writes few however many come.
 */
@ApplicationScoped
public class ConnectorFaults {

  private static final int KEPT = 20;
  private static final int DETAIL = 300;
  private static final Duration SPACING = Duration.ofSeconds(10);

  private final Sql sql;
  private final Clock clock;

  @Inject
  public ConnectorFaults(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** One of them; the message key of its code is {@code passback.fault.<code>}. */
  public record Fault(Instant at, String code, String detail) {}

  /**
   * Notes a fault, unless the same was noted a moment ago.
   *
   * @param code a slug, e.g. {@code signature}
   * @param detail what the other side sent, cut to 300 characters; never a secret
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void note(UUID connectorId, String code, String detail) {
    Instant now = clock.instant();
    boolean just =
        sql.first(
                "select 1 as one from connector_fault where connector_id = ? and code = ?"
                    + " and at > ?",
                row -> row.integer("one"),
                connectorId,
                code,
                now.minus(SPACING))
            .isPresent();
    if (just) {
      return;
    }
    String line = PlainText.line(detail);
    sql.update(
        "insert into connector_fault (connector_id, at, code, detail) values (?, ?, ?, ?)",
        connectorId,
        now,
        code,
        line.length() <= DETAIL ? line : line.substring(0, DETAIL));
    sql.update(
        "delete from connector_fault where connector_id = ? and id not in"
            + " (select id from connector_fault where connector_id = ? order by id desc limit "
            + KEPT
            + ")",
        connectorId,
        connectorId);
  }

  /** The latest, newest first. */
  public List<Fault> of(UUID connectorId) {
    return sql.list(
        "select at, code, detail from connector_fault where connector_id = ? order by id desc"
            + " limit "
            + KEPT,
        row -> new Fault(row.instant("at"), row.text("code"), row.text("detail")),
        connectorId);
  }
}
