package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * All credentials, and the only place that says who may see one: everybody while it is public, its
 * owner always, and whom the owner gave a link. To others it does not exist.
 */
@ApplicationScoped
public class Credentials {

  private final EntityManager entityManager;

  @Inject
  public Credentials(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** The credential of an award. */
  public Optional<Credential> ofAward(UUID awardId) {
    return entityManager
        .createQuery("select c from Credential c where c.awardId = :award", Credential.class)
        .setParameter("award", awardId)
        .getResultStream()
        .findFirst();
  }

  /** The credentials of several awards. */
  public List<Credential> ofAwards(Collection<UUID> awardIds) {
    if (awardIds.isEmpty()) {
      return List.of();
    }
    return entityManager
        .createQuery("select c from Credential c where c.awardId in :awards", Credential.class)
        .setParameter("awards", awardIds)
        .getResultList();
  }

  /** What a person owns, the newest first. */
  public List<Credential> of(UUID personId) {
    return entityManager
        .createQuery(
            "select c from Credential c where c.personId = :person order by c.issuedAt desc, c.id",
            Credential.class)
        .setParameter("person", personId)
        .getResultList();
  }

  /**
   * One of a person's own.
   *
   * @throws ProblemException NOT_FOUND if there is none, or it is somebody else's
   */
  public Credential ofOwner(UUID id, UUID personId) {
    return own(entityManager.find(Credential.class, id), personId);
  }

  /** As {@link #ofOwner}, to change it: other transactions that want to wait. */
  public Credential lockedOfOwner(UUID id, UUID personId) {
    return own(entityManager.find(Credential.class, id, LockModeType.PESSIMISTIC_WRITE), personId);
  }

  /**
   * One that is public. A private one takes the same path as one that does not exist.
   *
   * @throws ProblemException NOT_FOUND if there is none for everybody
   */
  public Credential inPublic(UUID id) {
    return findPublic(id).orElseThrow(Credentials::missing);
  }

  /** The same; empty if there is none for everybody. */
  public Optional<Credential> findPublic(UUID id) {
    return entityManager
        .createQuery(
            "select c from Credential c where c.id = :id and c.publicSince is not null",
            Credential.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /**
   * One that its owner shows by a link, public or not. Whoever calls has checked the link.
   *
   * @throws ProblemException NOT_FOUND if there is none
   */
  public Credential byLink(UUID id) {
    Credential found = entityManager.find(Credential.class, id);
    if (found == null) {
      throw missing();
    }
    return found;
  }

  void add(Credential credential) {
    entityManager.persist(credential);
    entityManager.flush();
  }

  private static Credential own(@Nullable Credential found, UUID owner) {
    if (found == null || !found.personId().equals(owner)) {
      throw missing();
    }
    return found;
  }

  static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
  }
}
