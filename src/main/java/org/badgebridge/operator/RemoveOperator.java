package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.StaffAccount;
import org.badgebridge.identity.StaffAccounts;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * Lets somebody run this installation no longer. The account stays, with what its memberships of
 * institutions say.
 */
@ApplicationScoped
public class RemoveOperator {

  private final StaffAccounts accounts;
  private final AuditTrail audit;

  @Inject
  public RemoveOperator(StaffAccounts accounts, AuditTrail audit) {
    this.accounts = accounts;
    this.audit = audit;
  }

  /**
   * Removes the operator.
   *
   * @throws ProblemException CONFLICT if it is the last one, NOT_FOUND if it is none, FORBIDDEN
   *     unless an operator acts
   */
  @Transactional
  public void remove(UUID accountId, Actor actor) {
    List<StaffAccount> operators = accounts.lockedOperators();
    if (operators.stream().noneMatch(each -> each.id().equals(actor.id()))) {
      throw new ProblemException(ProblemType.FORBIDDEN, "web.operators-only");
    }
    StaffAccount leaving =
        operators.stream()
            .filter(each -> each.id().equals(accountId))
            .findFirst()
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
    if (operators.size() == 1) {
      throw new ProblemException(ProblemType.CONFLICT, "operator.last-operator");
    }
    leaving.standsDown();
    audit.record(null, actor, "administrator.removed", "administrator", accountId, null);
  }
}
