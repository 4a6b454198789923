package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.audit.RefusalTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.BrowserSession.Kind;
import org.badgebridge.identity.BrowserSessions;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The transactions around checking a password. A try is counted <em>before</em> the check, so that
 * many guesses at once get no more answers than one after another.
 */
@ApplicationScoped
public class SignInLedger {

  /** Wrong passwords in a row before an address is locked. */
  static final int TRIES = 5;

  private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
  private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);

  private static final Actor BY_PASSWORD = new Actor(Actor.Kind.ANONYMOUS, null, "password");

  private final Sql sql;
  private final BrowserSessions sessions;
  private final AuditTrail audit;
  private final RefusalTrail refusals;
  private final Clock clock;

  @Inject
  public SignInLedger(
      Sql sql, BrowserSessions sessions, AuditTrail audit, RefusalTrail refusals, Clock clock) {
    this.sql = sql;
    this.sessions = sessions;
    this.audit = audit;
    this.refusals = refusals;
    this.clock = clock;
  }

  /**
   * Counts a try, and locks the address from the fifth on, each time for twice as long.
   *
   * @throws ProblemException too many, while the address is locked
   */
  @Transactional
  public void countTry(String emailDigest) {
    Instant now = clock.instant();
    if (sql.insertOnce(
        "insert into sign_in_failure (email_digest, times, last_at) values (?, 1, ?)",
        emailDigest,
        now)) {
      return;
    }
    int counted =
        sql.update(
            "update sign_in_failure set times = times + 1, last_at = ?"
                + " where email_digest = ? and (locked_until is null or locked_until <= ?)",
            now,
            emailDigest,
            now);
    if (counted == 0) {
      throw new ProblemException(ProblemType.TOO_MANY, "operator.sign-in.locked");
    }
    int times =
        sql.first(
                "select times from sign_in_failure where email_digest = ?",
                row -> row.integer("times"),
                emailDigest)
            .orElse(0);
    if (times >= TRIES) {
      sql.update(
          "update sign_in_failure set locked_until = ? where email_digest = ?",
          now.plus(lock(times)),
          emailDigest);
    }
  }

  private static Duration lock(int times) {
    Duration wait = FIRST_LOCK.multipliedBy(1L << Math.min(times - TRIES, 10));
    return wait.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : wait;
  }

  /**
   * Forgets the tries and opens a session.
   *
   * @return the session's token
   */
  @Transactional
  public String admit(String emailDigest, UUID administratorId) {
    sql.update("delete from sign_in_failure where email_digest = ?", emailDigest);
    audit.record(
        null, BY_PASSWORD, "administrator.signed-in", "administrator", administratorId, null);
    return sessions.open(Kind.ADMINISTRATOR, administratorId, SignIn.SESSION_LASTS);
  }

  /** Writes a wrong password down; null if nobody has the address. */
  @Transactional
  public void refuse(@Nullable UUID administratorId) {
    refusals.record(
        null, BY_PASSWORD, "administrator.sign-in-refused", "administrator", administratorId, null);
  }

  /** Forgets addresses that nobody tried since. */
  @Transactional
  public void forget(Instant before) {
    sql.update("delete from sign_in_failure where last_at < ?", before);
  }
}
