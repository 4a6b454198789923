package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Institutions;

/** An administrator lets one platform of an institution register itself. */
@ApplicationScoped
class InvitePlatform {

  private final Institutions institutions;
  private final Invitations invitations;
  private final EntityManager entityManager;

  @Inject
  InvitePlatform(Institutions institutions, Invitations invitations, EntityManager entityManager) {
    this.institutions = institutions;
    this.invitations = invitations;
    this.entityManager = entityManager;
  }

  /**
   * The code of a new invitation.
   *
   * @param institution its name; founded if there is none of that name
   */
  @Transactional
  String invite(String institution, UUID administratorId, Actor actor) {
    UUID institutionId = institutions.named(institution).id();
    entityManager.flush(); // the invitation is written beside JPA and refers to it
    return invitations.invite(institutionId, administratorId, actor);
  }
}
