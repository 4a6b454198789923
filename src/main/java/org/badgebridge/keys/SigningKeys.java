package org.badgebridge.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** The stored keys. */
@ApplicationScoped
class SigningKeys {

  private final EntityManager entityManager;

  @Inject
  SigningKeys(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** The tool's keys, the oldest first. */
  List<SigningKey> ofTool() {
    return entityManager
        .createQuery(
            "select k from SigningKey k where k.purpose = :purpose order by k.signsFrom, k.id",
            SigningKey.class)
        .setParameter("purpose", SigningKey.Purpose.TOOL)
        .getResultList();
  }

  /** One issuer's keys, the oldest first. */
  List<SigningKey> ofIssuer(UUID issuerId) {
    return entityManager
        .createQuery(
            "select k from SigningKey k where k.purpose = :purpose and k.ownerId = :owner"
                + " order by k.signsFrom, k.id",
            SigningKey.class)
        .setParameter("purpose", SigningKey.Purpose.ISSUER)
        .setParameter("owner", issuerId)
        .getResultList();
  }

  /**
   * Waits until nobody else is making keys, until the end of the transaction; look again after it.
   */
  void lock() {
    entityManager
        .createNativeQuery("select id from key_lock where id = 1 for update")
        .getSingleResult();
  }

  void add(SigningKey key) {
    entityManager.persist(key);
    entityManager.flush();
  }
}
