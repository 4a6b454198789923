package org.badgebridge.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** All issuers. */
@ApplicationScoped
public class Issuers {

  private final EntityManager entityManager;

  @Inject
  public Issuers(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /**
   * One issuer.
   *
   * @throws ProblemException not found
   */
  public Issuer get(UUID id) {
    Issuer found = entityManager.find(Issuer.class, id);
    if (found == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    return found;
  }

  /** The issuers of an institution, its own one (the oldest) first. */
  public List<Issuer> of(UUID institutionId) {
    return entityManager
        .createQuery(
            "select i from Issuer i where i.institutionId = :institution"
                + " order by i.createdAt, i.id",
            Issuer.class)
        .setParameter("institution", institutionId)
        .getResultList();
  }

  /** Those of an issuer group by name. */
  public List<Issuer> inGroup(UUID groupId) {
    return entityManager
        .createQuery(
            "select i from Issuer i where i.groupId = :group order by i.name, i.id", Issuer.class)
        .setParameter("group", groupId)
        .getResultList();
  }

  /** Whose it is, without reading the rest of it. */
  UUID institutionOf(UUID id) {
    return entityManager
        .createQuery("select e.institutionId from Issuer e where e.id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  void add(Issuer issuer) {
    entityManager.persist(issuer);
  }
}
