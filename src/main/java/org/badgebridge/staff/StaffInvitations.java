package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.keys.Digests;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** All invitations of staff. Changes need the caller's transaction. */
@ApplicationScoped
public class StaffInvitations {

  private static final int MOST = 100;

  private final EntityManager entityManager;

  @Inject
  public StaffInvitations(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** The invitation of a code, whatever became of it; looking does not use it. */
  public Optional<StaffInvitation> withCode(String code) {
    return entityManager
        .createQuery(
            "select i from StaffInvitation i where i.codeDigest = :digest", StaffInvitation.class)
        .setParameter("digest", Digests.sha256(code))
        .getResultStream()
        .findFirst();
  }

  /** Where the invitation of a code leads, without reading the rest of it. */
  Optional<UUID> institutionOf(String code) {
    return entityManager
        .createQuery(
            "select i.institutionId from StaffInvitation i where i.codeDigest = :digest",
            UUID.class)
        .setParameter("digest", Digests.sha256(code))
        .getResultStream()
        .findFirst();
  }

  /**
   * One invitation.
   *
   * @throws ProblemException NOT_FOUND if there is none
   */
  StaffInvitation get(UUID id) {
    return Optional.ofNullable(entityManager.find(StaffInvitation.class, id))
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  /** The latest ones to a place, the newest first. */
  List<StaffInvitation> to(Place place) {
    return entityManager
        .createQuery(
            "select i from StaffInvitation i where i.institutionId = :institution"
                + " and i.level = :level and i.placeId = :place order by i.invitedAt desc, i.id",
            StaffInvitation.class)
        .setParameter("institution", place.institutionId())
        .setParameter("level", place.level())
        .setParameter("place", place.id())
        .setMaxResults(MOST)
        .getResultList();
  }

  void add(StaffInvitation invitation) {
    entityManager.persist(invitation);
  }
}
