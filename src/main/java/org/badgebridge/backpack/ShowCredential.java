package org.badgebridge.backpack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.identity.Actor;
import org.jspecify.annotations.Nullable;

/** The owner decides who sees a badge: everybody, or nobody else. */
@ApplicationScoped
public class ShowCredential {

  private final Credentials credentials;
  private final Awards awards;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public ShowCredential(Credentials credentials, Awards awards, AuditTrail audit, Clock clock) {
    this.credentials = credentials;
    this.awards = awards;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Gives it a public page, which shows what was chosen last, or everything. Twice changes nothing.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if it is not this person's
   */
  @Transactional
  public Credential publish(UUID credentialId, UUID personId, Actor actor) {
    return publish(credentialId, personId, null, actor);
  }

  /**
   * The same.
   *
   * @param shown what it shows from now on; null for what was chosen last
   */
  @Transactional
  public Credential publish(
      UUID credentialId, UUID personId, @Nullable Disclosure shown, Actor actor) {
    // the award before the credential, as everywhere, so that two changes never wait in a circle
    DirectAward award = awards.locked(credentials.ofOwner(credentialId, personId).awardId());
    Credential credential = credentials.lockedOfOwner(credentialId, personId);
    Instant now = clock.instant();
    if (shown != null && credential.show(shown)) {
      audit.record(
          award.institutionId(),
          actor,
          "credential.disclosed",
          "credential",
          credentialId,
          shown.toString());
    }
    if (credential.publish(now)) {
      award.madePublic(now);
      record(award, actor, "credential.published", credentialId);
    }
    return credential;
  }

  /** Takes the public page away: it looks as if there had never been one. */
  @Transactional
  public Credential hide(UUID credentialId, UUID personId, Actor actor) {
    DirectAward award = awards.locked(credentials.ofOwner(credentialId, personId).awardId());
    Credential credential = credentials.lockedOfOwner(credentialId, personId);
    if (credential.hide()) {
      record(award, actor, "credential.hidden", credentialId);
    }
    return credential;
  }

  private void record(DirectAward award, Actor actor, String action, UUID credentialId) {
    audit.record(award.institutionId(), actor, action, "credential", credentialId, null);
  }
}
