package org.badgebridge.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** All issuer groups. Changes need the caller's transaction. */
@ApplicationScoped
public class IssuerGroups {

  private final EntityManager entityManager;

  @Inject
  public IssuerGroups(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public Optional<IssuerGroup> find(UUID id) {
    return Optional.ofNullable(entityManager.find(IssuerGroup.class, id));
  }

  /**
   * One issuer group.
   *
   * @throws ProblemException NOT_FOUND if there is none
   */
  public IssuerGroup get(UUID id) {
    return find(id)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  /** Those of an institution by name. */
  public List<IssuerGroup> of(UUID institutionId) {
    return entityManager
        .createQuery(
            "select g from IssuerGroup g where g.institutionId = :institution"
                + " order by g.name, g.id",
            IssuerGroup.class)
        .setParameter("institution", institutionId)
        .getResultList();
  }

  /** Whose it is, without reading the rest of it. */
  UUID institutionOf(UUID id) {
    return entityManager
        .createQuery("select e.institutionId from IssuerGroup e where e.id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  void add(IssuerGroup group) {
    entityManager.persist(group);
  }
}
