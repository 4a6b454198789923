package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.keys.IssuerKeys;
import org.badgebridge.keys.IssuerTokenKeys;

/**
 * Gives an issuer new keys to sign with from now on. What the old ones signed stays valid: their
 * public halves stay in the DID document.
 */
@ApplicationScoped
public class ReplaceIssuerKey {

  private final Rights rights;
  private final Places places;
  private final IssuerKeys keys;
  private final IssuerTokenKeys tokenKeys;
  private final AuditTrail audit;

  @Inject
  public ReplaceIssuerKey(
      Rights rights, Places places, IssuerKeys keys, IssuerTokenKeys tokenKeys, AuditTrail audit) {
    this.rights = rights;
    this.places = places;
    this.keys = keys;
    this.tokenKeys = tokenKeys;
    this.audit = audit;
  }

  /**
   * Replaces the key.
   *
   * @throws org.badgebridge.problem.ProblemException FORBIDDEN without ADMINISTRATE at the issuer,
   *     NOT_FOUND for strangers
   */
  @Transactional
  public void replace(UUID issuerId, Actor actor) {
    Place place = places.issuer(issuerId);
    rights.require(actor, Permission.ADMINISTRATE, place);
    keys.replace(issuerId);
    tokenKeys.replace(issuerId);
    audit.record(place.institutionId(), actor, "issuer.key-replaced", "issuer", issuerId, null);
  }
}
