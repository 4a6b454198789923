package org.badgebridge.naming;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.PlainText;

/**
 * A learner asks a school to correct their name. They do not write it themselves: what stands
 * beside a badge is what the school says.
 */
@ApplicationScoped
public class AskForName {

  /** Requests of one account in the time. */
  static final int MOST = 5;

  static final Duration WITHIN = Duration.ofDays(30);

  private final NamedAccounts accounts;
  private final NameRequests requests;
  private final AuditTrail audit;
  private final Sql sql;
  private final Clock clock;

  @Inject
  public AskForName(
      NamedAccounts accounts, NameRequests requests, AuditTrail audit, Sql sql, Clock clock) {
    this.accounts = accounts;
    this.requests = requests;
    this.audit = audit;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Asks, or asks for something else than before.
   *
   * @throws ProblemException NOT_FOUND if the account is none of theirs, TOO_MANY if they asked too
   *     often
   * @throws InvalidFields if it is no name, too long, or theirs already
   */
  @Transactional
  public void ask(UUID personId, UUID lmsUserId, String typed, Actor actor) {
    NamedAccount account = locked(personId, lmsUserId);
    String wished = PlainText.line(typed);
    if (wished.codePoints().noneMatch(Character::isLetter)) {
      throw fault(lmsUserId, "naming.fault.missing");
    }
    if (wished.length() > NameRequest.LONGEST) {
      throw fault(lmsUserId, "naming.fault.long", NameRequest.LONGEST);
    }
    if (wished.equals(account.name())) {
      throw fault(lmsUserId, "naming.fault.same");
    }
    if (account.isWaiting() && wished.equals(account.wished())) {
      return;
    }
    if (!account.isWaiting() && requests.since(lmsUserId, clock.instant().minus(WITHIN)) >= MOST) {
      throw new ProblemException(ProblemType.TOO_MANY, "naming.too-many", MOST);
    }
    UUID id = requests.keep(lmsUserId, wished);
    audit.record(account.institutionId(), actor, "name.asked", "name-request", id, null);
  }

  /** Thinks better of it; twice changes nothing more. */
  @Transactional
  public void withdraw(UUID personId, UUID lmsUserId, Actor actor) {
    NamedAccount account = locked(personId, lmsUserId);
    requests
        .close(lmsUserId, NameRequest.State.WITHDRAWN, null)
        .ifPresent(
            id ->
                audit.record(
                    account.institutionId(), actor, "name.withdrawn", "name-request", id, null));
  }

  /** Lets the platform say the name again, from its next word on; twice changes nothing more. */
  @Transactional
  public void lift(UUID personId, UUID lmsUserId, Actor actor) {
    NamedAccount account = locked(personId, lmsUserId);
    if (account.correctedAt() != null) {
      sql.update("update lms_user set name_corrected_at = null where id = ?", lmsUserId);
      audit.record(
          account.institutionId(), actor, "name.correction-lifted", "lms-user", lmsUserId, null);
    }
  }

  private NamedAccount locked(UUID personId, UUID lmsUserId) {
    sql.list("select id from lms_user where id = ? for update", row -> row.uuid("id"), lmsUserId);
    return accounts.own(lmsUserId, personId);
  }

  private static InvalidFields fault(UUID lmsUserId, String key, Object... arguments) {
    return new InvalidFields(List.of(FieldFault.of("name-" + lmsUserId, key, arguments)));
  }
}
