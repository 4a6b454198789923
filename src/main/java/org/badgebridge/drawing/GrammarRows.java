package org.badgebridge.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** The types and themes that institutions changed. */
@ApplicationScoped
class GrammarRows {

  private final EntityManager entityManager;
  private final BuiltIns builtIns;

  @Inject
  GrammarRows(EntityManager entityManager, BuiltIns builtIns) {
    this.entityManager = entityManager;
    this.builtIns = builtIns;
  }

  /** An institution's types in their order; none if it changed nothing. */
  List<StoredType> types(UUID institutionId) {
    return all(StoredType.class, institutionId);
  }

  /** An institution's themes in their order; none if it changed nothing. */
  List<StoredTheme> themes(UUID institutionId) {
    return all(StoredTheme.class, institutionId);
  }

  private <T extends StoredEntry> List<T> all(Class<T> kind, UUID institutionId) {
    return entityManager
        .createQuery(
            "select e from "
                + kind.getSimpleName()
                + " e where e.institutionId = :institution order by e.place, e.slug",
            kind)
        .setParameter("institution", institutionId)
        .getResultList();
  }

  /**
   * The types to change: the built-in ones are written down first if they are not yet. Others who
   * change this institution's grammar wait until the caller's transaction is over.
   */
  List<StoredType> typesToChange(UUID institutionId) {
    lock(institutionId);
    List<StoredType> rows = types(institutionId);
    if (!rows.isEmpty()) {
      return rows;
    }
    int place = 0;
    for (BadgeType each : builtIns.types()) {
      entityManager.persist(new StoredType(institutionId, each, place++));
    }
    entityManager.flush();
    return types(institutionId);
  }

  /** The themes to change, as {@link #typesToChange}. */
  List<StoredTheme> themesToChange(UUID institutionId) {
    lock(institutionId);
    List<StoredTheme> rows = themes(institutionId);
    if (!rows.isEmpty()) {
      return rows;
    }
    int place = 0;
    for (Theme each : builtIns.themes()) {
      entityManager.persist(new StoredTheme(institutionId, each, place++));
    }
    entityManager.flush();
    return themes(institutionId);
  }

  private void lock(UUID institutionId) {
    Institution found =
        entityManager.find(Institution.class, institutionId, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
  }

  void add(StoredEntry entry) {
    entityManager.persist(entry);
  }

  /** Writes now, so that what the database refuses becomes a fault of the form. */
  void write() {
    try {
      entityManager.flush();
    } catch (OptimisticLockException e) {
      throw new ProblemException(e, ProblemType.CONFLICT, "drawing.changed-meanwhile");
    } catch (PersistenceException e) {
      throw new InvalidFields(List.of(FieldFault.of("shape", "drawing.fault.shape-worn")));
    }
  }
}
