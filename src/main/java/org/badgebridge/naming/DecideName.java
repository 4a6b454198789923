package org.badgebridge.naming;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.way.WayNotice;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Rights;
import org.badgebridge.web.PlainText;

/**
 * A school decides what a learner asked to be called. What is granted stands in the place of the
 * former name everywhere at once; the former one is kept nowhere.
 */
@ApplicationScoped
public class DecideName {

  /** Characters of a reason. */
  public static final int LONGEST_REASON = 500;

  private final NameRequests requests;
  private final Rights rights;
  private final TellOfName telling;
  private final AuditTrail audit;
  private final Sql sql;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters") // who decides, about what, and who hears of it
  public DecideName(
      NameRequests requests,
      Rights rights,
      TellOfName telling,
      AuditTrail audit,
      Sql sql,
      Clock clock) {
    this.requests = requests;
    this.rights = rights;
    this.telling = telling;
    this.audit = audit;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Lets those pass who decide for an institution.
   *
   * @throws ProblemException NOT_FOUND or FORBIDDEN for others
   */
  public void require(UUID institutionId, Actor actor) {
    rights.require(actor, Permission.UPDATE, Place.institution(institutionId));
  }

  /**
   * Corrects the name. Of one that was decided or withdrawn nothing changes.
   *
   * @throws ProblemException NOT_FOUND if the institution never had such a request, or as {@link
   *     #require}
   */
  @Transactional
  public void grant(UUID institutionId, UUID requestId, Actor actor) {
    open(institutionId, requestId, actor)
        .ifPresent(
            request -> {
              correct(request.lmsUserId(), request.wished());
              requests.close(request.lmsUserId(), NameRequest.State.GRANTED, null);
              audit.record(
                  institutionId,
                  actor,
                  "name.corrected",
                  "lms-user",
                  request.lmsUserId(),
                  "name-request " + requestId);
              telling.tell(request.lmsUserId(), institutionId, WayNotice.What.NAME_GRANTED, "");
            });
  }

  /**
   * Leaves the name as it is.
   *
   * @param typed why, for the learner
   * @throws InvalidFields if no reason is given, or one that is too long
   */
  @Transactional
  public void deny(UUID institutionId, UUID requestId, String typed, Actor actor) {
    open(institutionId, requestId, actor)
        .ifPresent(
            request -> {
              String reason = reason(requestId, typed);
              requests.close(request.lmsUserId(), NameRequest.State.DENIED, reason);
              audit.record(institutionId, actor, "name.denied", "name-request", requestId, null);
              telling.tell(request.lmsUserId(), institutionId, WayNotice.What.NAME_DENIED, reason);
            });
  }

  private static String reason(UUID requestId, String typed) {
    String reason = PlainText.line(typed);
    if (reason.isEmpty()) {
      throw fault(requestId, "naming.fault.reason-missing");
    }
    if (reason.length() > LONGEST_REASON) {
      throw fault(requestId, "naming.fault.long", LONGEST_REASON);
    }
    return reason;
  }

  private static InvalidFields fault(UUID requestId, String key, Object... arguments) {
    return new InvalidFields(List.of(FieldFault.of("reason-" + requestId, key, arguments)));
  }

  private Optional<NameRequest> open(UUID institutionId, UUID requestId, Actor actor) {
    require(institutionId, actor);
    if (!requests.isOf(requestId, institutionId)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    return requests.locked(requestId, institutionId);
  }

  /** Also in lists that named them before any platform did. */
  private void correct(UUID lmsUserId, String name) {
    sql.update(
        "update lms_user set name = ?, given_name = null, family_name = null,"
            + " name_corrected_at = ?, updated_at = ? where id = ?",
        name,
        clock.instant(),
        clock.instant(),
        lmsUserId);
    sql.update(
        "update award_batch_row set name = ? where lms_user_id = ? and name is not null",
        name,
        lmsUserId);
  }
}
