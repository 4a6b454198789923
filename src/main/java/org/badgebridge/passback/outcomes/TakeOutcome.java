package org.badgebridge.passback.outcomes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.keys.Digests;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.Report;
import org.badgebridge.passback.connector.TakeReports;
import org.badgebridge.passback.connector.UsedOnce;
import org.jspecify.annotations.Nullable;

/**
 * Does what a message asks for, once, in one transaction. The same result again is no news; a
 * message that fails may be sent again as it is.
 */
@ApplicationScoped
class TakeOutcome {

  private final Sql sql;
  private final UsedOnce usedOnce;
  private final TakeReports takeReports;
  private final Clock clock;

  @Inject
  TakeOutcome(Sql sql, UsedOnce usedOnce, TakeReports takeReports, Clock clock) {
    this.sql = sql;
    this.usedOnce = usedOnce;
    this.takeReports = takeReports;
    this.clock = clock;
  }

  /** What is known of a result. */
  private record Known(Instant setAt, Optional<Double> score) {}

  /**
   * Sets a result, or deletes it.
   *
   * @param score from 0 to 1; null deletes
   * @throws OutcomeRefused for a message that came before
   */
  @Transactional
  public void set(
      Connector connector, SignedMessage signed, Sourced sourced, @Nullable Double score) {
    use(connector, signed);
    String digest = Digests.sha256(sourced.key());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    boolean fresh =
        sql.insertOnce(
            "insert into outcome (connector_id, digest, set_at) values (?, ?, ?)",
            connector.id(),
            digest,
            now);
    Known known =
        fresh ? new Known(now, Optional.empty()) : known(connector, digest, true).orElseThrow();
    Optional<Double> wish = Optional.ofNullable(score);
    if (known.score().equals(wish)) {
      takeReports.heard(connector);
      return;
    }
    // the inbox lets the newer win: two in one microsecond must not look alike
    Instant at =
        fresh || now.isAfter(known.setAt()) ? now : known.setAt().plus(1, ChronoUnit.MICROS);
    sql.update(
        "update outcome set set_at = ?, score = ? where connector_id = ? and digest = ?",
        at,
        score,
        connector.id(),
        digest);
    double told = wish.or(known::score).orElseThrow();
    takeReports.take(
        connector, List.of(report(connector, sourced, digest, told, at, score == null)));
  }

  /**
   * Reads a result; empty if there is none.
   *
   * @throws OutcomeRefused for a message that came before
   */
  @Transactional
  public Optional<Double> read(Connector connector, SignedMessage signed, Sourced sourced) {
    use(connector, signed);
    takeReports.heard(connector);
    return known(connector, Digests.sha256(sourced.key()), false).flatMap(Known::score);
  }

  /**
   * Uses up a message.
   *
   * @throws OutcomeRefused if it came before
   */
  @Transactional
  public void use(Connector connector, SignedMessage signed) {
    // unique "across all requests with the same timestamp" (RFC 5849 §3.3)
    String nonce = "outcomes\n" + signed.timestamp().getEpochSecond() + "\n" + signed.nonce();
    Instant ends = signed.timestamp().plus(SignedMessage.SKEW).plusSeconds(60);
    if (!usedOnce.use(connector.id(), nonce, ends)) {
      throw new OutcomeRefused("replay", signed.timestamp().toString());
    }
  }

  private Optional<Known> known(Connector connector, String digest, boolean lock) {
    return sql.first(
        "select set_at, score from outcome where connector_id = ? and digest = ?"
            + (lock ? " for update" : ""),
        row -> new Known(row.instant("set_at"), Optional.ofNullable(row.optionalDouble("score"))),
        connector.id(),
        digest);
  }

  private static Report report(
      Connector connector,
      Sourced sourced,
      String digest,
      double score,
      Instant at,
      boolean undone) {
    UUID id = connector.id();
    return new Report(
        digest + "/" + ChronoUnit.MICROS.between(Instant.EPOCH, at),
        sourced.where(),
        Report.What.sent(id, sourced.activity(), sourced.title()),
        sourced.learner(),
        Fact.Kind.SCORED,
        score,
        1.0,
        at,
        undone);
  }
}
