package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.AwardEnded;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.identity.Actor;

/** Takes a claimed badge back for good: the award, the credential and its bit, all at once. */
@ApplicationScoped
public class RevokeCredential {

  private final Awards awards;
  private final Credentials credentials;
  private final StatusLists statusLists;
  private final AuditTrail audit;
  private final Event<AwardEnded> ended;
  private final Clock clock;

  @Inject
  RevokeCredential(
      Awards awards,
      Credentials credentials,
      StatusLists statusLists,
      AuditTrail audit,
      Event<AwardEnded> ended,
      Clock clock) {
    this.awards = awards;
    this.credentials = credentials;
    this.statusLists = statusLists;
    this.audit = audit;
    this.ended = ended;
    this.clock = clock;
  }

  /**
   * Revokes. Twice changes nothing.
   *
   * @param why kept for staff and the audit trail; never shown in public
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if there is no such award, CONFLICT
   *     if it is not claimed
   */
  @Transactional
  public void revoke(UUID awardId, String why, Actor actor) {
    DirectAward award = awards.locked(awardId);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (!award.revoke(why, now)) {
      return;
    }
    Credential credential = credentials.ofAward(awardId).orElseThrow(Credentials::missing);
    credential.revoke(now);
    statusLists.locked(credential.status().listId()).revoke(credential.status().index(), now);
    audit.record(award.institutionId(), actor, "award.revoked", "direct-award", award.id(), why);
    ended.fire(new AwardEnded(award.id()));
  }
}
