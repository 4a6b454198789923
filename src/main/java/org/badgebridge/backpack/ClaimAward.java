package org.badgebridge.backpack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.AwardClaimed;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.IssueCredential;
import org.badgebridge.identity.Actor;

/** The learner takes what was offered. */
@ApplicationScoped
public class ClaimAward {

  private final Awards awards;
  private final IssueCredential issuing;
  private final Agreement agreement;
  private final AuditTrail audit;
  private final Event<AwardClaimed> claimed;
  private final Clock clock;

  @Inject
  public ClaimAward(
      Awards awards,
      IssueCredential issuing,
      Agreement agreement,
      AuditTrail audit,
      Event<AwardClaimed> claimed,
      Clock clock) {
    this.awards = awards;
    this.issuing = issuing;
    this.agreement = agreement;
    this.audit = audit;
    this.claimed = claimed;
    this.clock = clock;
  }

  /**
   * Claims the award and issues its credential, both or neither. However often and from how many
   * pages at once it is asked, there is one credential, and all get it.
   *
   * @param personId who claims: the owner of the award
   * @param consent what they agree to; what they do not agree to be stated, the badge does not say
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if it is not this person's, CONFLICT
   *     if it is not on offer any more, if they hold this badge already, or if they have to agree
   *     to terms first
   */
  @Transactional
  public Credential claim(UUID awardId, UUID personId, Consent consent, Actor actor) {
    DirectAward award = awards.lockedOf(awardId, personId);
    boolean first = award.claim(clock.instant());
    if (first) {
      awards.requireNotHeld(award, personId);
      agreement.give(award, personId, consent.terms(), actor);
      award.describe(award.details().stating(consent.part()));
    }
    Credential credential = issuing.issue(awardId);
    if (first) {
      audit.record(award.institutionId(), actor, "award.claimed", "direct-award", awardId, null);
      claimed.fire(new AwardClaimed(awardId));
    }
    return credential;
  }
}
