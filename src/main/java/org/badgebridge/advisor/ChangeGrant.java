package org.badgebridge.advisor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Ends a grant, and lets it last longer. Each, twice, changes nothing more. */
@ApplicationScoped
public class ChangeGrant {

  private final Grants grants;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public ChangeGrant(Grants grants, AuditTrail audit, Clock clock) {
    this.grants = grants;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Ends it for good: from now on nothing is seen, also where it is open just now.
   *
   * @throws ProblemException NOT_FOUND if it is not this person's
   */
  @Transactional
  public void end(UUID id, UUID personId, Actor actor) {
    grants.own(id, personId);
    if (grants.end(id)) {
      audit.record(null, actor, "advisor.ended", "advisor-grant", id, null);
    }
  }

  /**
   * Lets it last so long from now on, if that is longer than it has; also one that ran out.
   *
   * @throws ProblemException NOT_FOUND if it is not this person's, CONFLICT if it was ended
   */
  @Transactional
  public void prolong(UUID id, UUID personId, Duration lasts, Actor actor) {
    Instant now = clock.instant();
    if (grants.own(id, personId).state(now) == Grant.State.ENDED) {
      throw new ProblemException(ProblemType.CONFLICT, "advisor.is-ended");
    }
    Instant until = now.plus(lasts);
    if (grants.prolong(id, until)) {
      audit.record(null, actor, "advisor.prolonged", "advisor-grant", id, "until " + until);
    }
  }
}
