package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.OneTimeCode.Purpose;
import org.badgebridge.identity.OneTimeCodes;

/** Makes a link with which one more person can become an administrator. */
@ApplicationScoped
public class InviteAdministrator {

  static final Duration LASTS = Duration.ofDays(3);

  private final OneTimeCodes codes;
  private final AuditTrail audit;
  private final PublicOrigin origin;

  @Inject
  public InviteAdministrator(OneTimeCodes codes, AuditTrail audit, PublicOrigin origin) {
    this.codes = codes;
    this.audit = audit;
    this.origin = origin;
  }

  /**
   * Invites.
   *
   * @return the link, to be shown once: we keep only the digest of its code
   */
  @Transactional
  public String invite(Actor actor) {
    String code = codes.issue(Purpose.INVITATION, actor.id(), LASTS);
    audit.record(null, actor, "administrator.invited", "administrator", null, null);
    return origin.at(SetUpPage.ADDRESS + "#" + code);
  }
}
