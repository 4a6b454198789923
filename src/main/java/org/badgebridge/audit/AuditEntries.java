package org.badgebridge.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was done, for the people who run the installation. */
@ApplicationScoped
public class AuditEntries {

  private static final int MOST = 500;

  private final EntityManager entityManager;

  @Inject
  public AuditEntries(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /**
   * One page, the latest first.
   *
   * @param after the last entry of the page before, or null for the first page
   */
  public List<AuditEntry> latest(@Nullable UUID after, int limit) {
    AuditEntry reached = after == null ? null : entityManager.find(AuditEntry.class, after);
    if (reached == null) {
      return entityManager
          .createQuery("select e from AuditEntry e order by e.at desc, e.id desc", AuditEntry.class)
          .setMaxResults(limit)
          .getResultList();
    }
    return entityManager
        .createQuery(
            "select e from AuditEntry e where e.at <= :at and (e.at < :at or e.id < :id)"
                + " order by e.at desc, e.id desc",
            AuditEntry.class)
        .setParameter("at", reached.at())
        .setParameter("id", reached.id())
        .setMaxResults(limit)
        .getResultList();
  }

  /** What was done to one thing, the first first. */
  public List<AuditEntry> about(String subjectKind, String subjectId) {
    return entityManager
        .createQuery(
            "select e from AuditEntry e where e.subjectKind = :kind and e.subjectId = :id"
                + " order by e.at, e.id",
            AuditEntry.class)
        .setParameter("kind", subjectKind)
        .setParameter("id", subjectId)
        .setMaxResults(MOST)
        .getResultList();
  }
}
