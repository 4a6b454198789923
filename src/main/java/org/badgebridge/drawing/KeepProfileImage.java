package org.badgebridge.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.drawing.artwork.Artwork;
import org.badgebridge.identity.Actor;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Rights;

/** Gives an institution, an issuer group or an issuer its picture, or takes it away. */
@ApplicationScoped
public class KeepProfileImage {

  private final ProfileImages images;
  private final Rights rights;
  private final AuditTrail audit;

  @Inject
  public KeepProfileImage(ProfileImages images, Rights rights, AuditTrail audit) {
    this.images = images;
    this.rights = rights;
    this.audit = audit;
  }

  /**
   * Keeps it in place of the one before.
   *
   * @throws org.badgebridge.problem.ProblemException FORBIDDEN without UPDATE at the place,
   *     NOT_FOUND for strangers
   */
  @Transactional
  public void keep(Place place, Artwork artwork, Actor actor) {
    rights.require(actor, Permission.UPDATE, place);
    images.keep(place.id(), place.institutionId(), artwork);
    record(place, "profile-image.kept", actor);
  }

  /** Takes it away; nothing changes if there is none. */
  @Transactional
  public void remove(Place place, Actor actor) {
    rights.require(actor, Permission.UPDATE, place);
    if (images.remove(place.id())) {
      record(place, "profile-image.removed", actor);
    }
  }

  private void record(Place place, String action, Actor actor) {
    audit.record(place.institutionId(), actor, action, place.level().slug(), place.id(), null);
  }
}
