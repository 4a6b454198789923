package org.badgebridge.backpack.supplement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.Awards;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.credential.supplement.Supplements;
import org.badgebridge.identity.Actor;

/** The owner decides whether others see a document wherever they see its badge. */
@ApplicationScoped
public class ShowSupplement {

  private final Credentials credentials;
  private final Supplements supplements;
  private final Awards awards;
  private final AuditTrail audit;

  @Inject
  public ShowSupplement(
      Credentials credentials, Supplements supplements, Awards awards, AuditTrail audit) {
    this.credentials = credentials;
    this.supplements = supplements;
    this.awards = awards;
    this.audit = audit;
  }

  /**
   * Switches it on or off. Twice changes nothing.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if the badge is not this person's or
   *     has no such document
   */
  @Transactional
  public void show(UUID credentialId, UUID id, UUID personId, boolean shown, Actor actor) {
    Credential credential = credentials.lockedOfOwner(credentialId, personId);
    supplements.one(credential.id(), id);
    if (supplements.show(id, shown)) {
      audit.record(
          awards.find(credential.awardId()).orElseThrow().institutionId(),
          actor,
          shown ? "supplement.shown" : "supplement.hidden",
          "supplement",
          id,
          null);
    }
  }
}
