package org.badgebridge.insight.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** All notes. Changes need the caller's transaction. */
@ApplicationScoped
public class Notes {

  private final EntityManager entityManager;

  @Inject
  public Notes(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /**
   * One note.
   *
   * @throws ProblemException NOT_FOUND if there is none
   */
  public Note get(UUID id) {
    Note note = entityManager.find(Note.class, id);
    if (note == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    return note;
  }

  /**
   * Those of an institution, the latest day first.
   *
   * @param badgeClasses only those about one of these; null for all
   * @param skipped how many to leave out at the beginning
   */
  public List<Note> of(
      UUID institutionId, @Nullable Set<UUID> badgeClasses, int skipped, int limit) {
    if (badgeClasses != null && badgeClasses.isEmpty()) {
      return List.of();
    }
    TypedQuery<Note> query =
        entityManager
            .createQuery(
                "select n from Note n where n.institutionId = :institution"
                    + (badgeClasses == null ? "" : " and n.badgeClassId in :badges")
                    + " order by n.day desc, n.id",
                Note.class)
            .setParameter("institution", institutionId)
            .setFirstResult(skipped)
            .setMaxResults(limit);
    return (badgeClasses == null ? query : query.setParameter("badges", badgeClasses))
        .getResultList();
  }

  /** Whether awards of an institution came from a course. */
  boolean knows(UUID institutionId, UUID courseId) {
    return !entityManager
        .createNativeQuery(
            "select 1 from insight_figures f where f.institution_id = ?1 and f.grain = 'MONTH'"
                + " and f.course_id = ?2")
        .setParameter(1, institutionId)
        .setParameter(2, courseId)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  void add(Note note) {
    entityManager.persist(note);
  }

  void remove(Note note) {
    entityManager.remove(note);
  }
}
