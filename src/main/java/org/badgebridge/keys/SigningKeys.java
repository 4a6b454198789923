package org.badgebridge.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

  /** One issuer's keys of one kind, the oldest first. */
  List<SigningKey> ofIssuer(UUID issuerId, SigningKey.Algorithm algorithm) {
    return entityManager
        .createQuery(
            "select k from SigningKey k where k.purpose = :purpose and k.ownerId = :owner"
                + " and k.algorithm = :algorithm order by k.signsFrom, k.id",
            SigningKey.class)
        .setParameter("purpose", SigningKey.Purpose.ISSUER)
        .setParameter("owner", issuerId)
        .setParameter("algorithm", algorithm.stored())
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

  /** The issuer's key without a successor; not simply the last: two may be of the same second. */
  @Nullable SigningKey current(UUID issuerId, SigningKey.Algorithm algorithm) {
    return ofIssuer(issuerId, algorithm).stream()
        .filter(key -> !key.succeeded())
        .findFirst()
        .orElse(null);
  }

  void add(SigningKey key) {
    entityManager.persist(key);
    entityManager.flush();
  }
}
