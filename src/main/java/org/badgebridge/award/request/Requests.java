package org.badgebridge.award.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * The requests, and the only place that says whose they are: one asked for by somebody else looks
 * like one that does not exist.
 */
@ApplicationScoped
public class Requests {

  private static final List<RequestState> LIVE = List.of(RequestState.OPEN, RequestState.RETURNED);

  private static final String SAME_PERSON =
      " from AwardRequest r, LmsUser u, LmsUser me where me.id = :user and u.personId = me.personId"
          + " and r.lmsUserId = u.id and r.badgeClassId = :badge";

  private final EntityManager entityManager;

  @Inject
  public Requests(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  Optional<AwardRequest> find(UUID id) {
    return Optional.ofNullable(entityManager.find(AwardRequest.class, id));
  }

  /**
   * One request to change: other transactions that want to change it wait for this one.
   *
   * @throws ProblemException NOT_FOUND if there is none
   */
  AwardRequest locked(UUID id) {
    AwardRequest request =
        entityManager.find(AwardRequest.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (request == null) {
      throw missing();
    }
    return request;
  }

  /**
   * As {@link #locked}, for who asked.
   *
   * @throws ProblemException NOT_FOUND if this person has none such
   */
  AwardRequest lockedOf(UUID id, UUID personId) {
    requireOwn(id, personId);
    return locked(id);
  }

  /**
   * One of a person's own, to look at.
   *
   * @throws ProblemException NOT_FOUND if this person has none such
   */
  AwardRequest ofPerson(UUID id, UUID personId) {
    requireOwn(id, personId);
    return find(id).orElseThrow(Requests::missing);
  }

  private void requireOwn(UUID id, UUID personId) {
    long own =
        entityManager
            .createQuery(
                "select count(r) from AwardRequest r, LmsUser u where r.id = :id"
                    + " and u.id = r.lmsUserId and u.personId = :person",
                Long.class)
            .setParameter("id", id)
            .setParameter("person", personId)
            .getSingleResult();
    if (own == 0) {
      throw missing();
    }
  }

  /** The ids of the live ones of a learner, under any of their users, for a badge class. */
  List<UUID> live(UUID badgeClassId, UUID lmsUserId) {
    return entityManager
        .createQuery(
            "select r.id" + SAME_PERSON + " and r.state in :states order by r.id", UUID.class)
        .setParameter("user", lmsUserId)
        .setParameter("badge", badgeClassId)
        .setParameter("states", LIVE)
        .getResultList();
  }

  /**
   * The ids of the live requests whose learner was given what they ask for, each with the award.
   */
  SortedMap<UUID, UUID> answeredBy(Collection<UUID> awardIds) {
    SortedMap<UUID, UUID> answered = new TreeMap<>();
    entityManager
        .createQuery(
            "select r.id, a.id from DirectAward a, AwardRequest r, LmsUser u, LmsUser me"
                + " where a.id in :awards and me.id = a.lmsUserId and u.personId = me.personId"
                + " and r.lmsUserId = u.id and r.badgeClassId = a.badgeClassId"
                + " and r.state in :states",
            Object[].class)
        .setParameter("awards", awardIds)
        .setParameter("states", LIVE)
        .getResultList()
        .forEach(row -> answered.put((UUID) row[0], (UUID) row[1]));
    return answered;
  }

  AwardRequest add(AwardRequest request) {
    entityManager.persist(request);
    entityManager.flush();
    return request;
  }

  static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "award.request.not-found");
  }
}
