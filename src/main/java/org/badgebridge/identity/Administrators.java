package org.badgebridge.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All who run this installation. */
@ApplicationScoped
public class Administrators {

  private final EntityManager entityManager;

  @Inject
  public Administrators(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public Optional<Administrator> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Administrator.class, id));
  }

  /** By address, however it is spelt. */
  public Optional<Administrator> withEmail(String email) {
    return entityManager
        .createQuery("select a from Administrator a where a.email = :email", Administrator.class)
        .setParameter("email", Administrator.normalised(email))
        .getResultStream()
        .findFirst();
  }

  /** Whether nobody runs this installation yet. */
  public boolean none() {
    return entityManager
        .createQuery("select a.id from Administrator a", UUID.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** The longest serving first. */
  public List<Administrator> all() {
    return entityManager
        .createQuery(
            "select a from Administrator a order by a.createdAt, a.id", Administrator.class)
        .getResultList();
  }

  /** Needs the caller's transaction. */
  public void add(Administrator administrator) {
    entityManager.persist(administrator);
  }
}
