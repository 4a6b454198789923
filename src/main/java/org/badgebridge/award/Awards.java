package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * The direct awards, and the only place that says whose they are: an award asked for by somebody
 * else looks like one that does not exist.
 */
@ApplicationScoped
public class Awards {

  private final EntityManager entityManager;
  private final Clock clock;

  @Inject
  public Awards(EntityManager entityManager, Clock clock) {
    this.entityManager = entityManager;
    this.clock = clock;
  }

  public Optional<DirectAward> find(UUID id) {
    return Optional.ofNullable(entityManager.find(DirectAward.class, id));
  }

  /**
   * One award to change: other transactions that want to change it wait for this one.
   *
   * @throws ProblemException NOT_FOUND if there is none
   */
  public DirectAward locked(UUID id) {
    DirectAward award = entityManager.find(DirectAward.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (award == null) {
      throw missing();
    }
    return award;
  }

  /**
   * One award of a course, locked: the right of that course's lecturers to decide about it.
   *
   * @throws ProblemException NOT_FOUND if there is none in that course
   */
  public DirectAward lockedInCourse(UUID id, UUID courseId) {
    DirectAward award = locked(id);
    if (!courseId.equals(award.courseId())) {
      throw missing();
    }
    return award;
  }

  /**
   * One award of a person, locked: the learner's right to claim or decline it.
   *
   * @throws ProblemException NOT_FOUND if this person has none such, or cannot see it yet
   */
  public DirectAward lockedOf(UUID id, UUID personId) {
    DirectAward award = locked(id);
    boolean hidden = AwardState.STAFF_ONLY.contains(award.state());
    List<?> owner =
        entityManager
            .createQuery("select u.personId from LmsUser u where u.id = :user")
            .setParameter("user", award.lmsUserId())
            .getResultList();
    if (hidden || !owner.contains(personId)) {
      throw missing();
    }
    return award;
  }

  /** What a learner was given, the newest first, without proposals that only staff see. */
  public List<DirectAward> visibleTo(UUID lmsUserId) {
    return entityManager
        .createQuery(
            "select a from DirectAward a where a.lmsUserId = :user and a.state not in :hidden"
                + " order by a.ladder.offeredAt desc, a.id",
            DirectAward.class)
        .setParameter("user", lmsUserId)
        .setParameter("hidden", AwardState.STAFF_ONLY)
        .getResultList();
  }

  /** What a person was given under any of their LMS users, the newest first. */
  public List<DirectAward> ofPerson(UUID personId) {
    return entityManager
        .createQuery(
            "select a from DirectAward a, LmsUser u where a.lmsUserId = u.id"
                + " and u.personId = :person and a.state not in :hidden"
                + " order by a.ladder.offeredAt desc, a.id",
            DirectAward.class)
        .setParameter("person", personId)
        .setParameter("hidden", AwardState.STAFF_ONLY)
        .getResultList();
  }

  /** The award of this badge class to this learner, whatever became of it. */
  public Optional<DirectAward> of(UUID badgeClassId, UUID lmsUserId) {
    return entityManager
        .createQuery(
            "select a from DirectAward a where a.badgeClassId = :badge and a.lmsUserId = :user"
                + " order by a.edition desc, a.createdAt desc",
            DirectAward.class)
        .setParameter("badge", badgeClassId)
        .setParameter("user", lmsUserId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /**
   * Notes that these awards were shown to their learner; the first time counts. Waits for others
   * who change them: a look must never fail because something else happens to the award.
   */
  @Transactional
  public void markSeen(Collection<UUID> awardIds) {
    if (awardIds.isEmpty()) {
      return;
    }
    entityManager
        .createQuery(
            "select a from DirectAward a where a.id in :ids and a.ladder.seenAt is null"
                + " and a.ladder.offeredAt is not null order by a.id",
            DirectAward.class)
        .setParameter("ids", awardIds)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .forEach(award -> award.seen(clock.instant()));
  }

  void add(DirectAward award) {
    entityManager.persist(award);
    entityManager.flush();
  }

  /**
   * Makes other transactions that want to give or restore awards to this learner wait. An update
   * that changes nothing is the one lock that both databases know and that, on PostgreSQL, does not
   * collide with the shared locks of rows that point to the learner.
   */
  void lockLearner(UUID lmsUserId) {
    entityManager
        .createNativeQuery("update lms_user set test_user = test_user where id = ?1")
        .setParameter(1, lmsUserId)
        .executeUpdate();
  }

  static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "award.not-found");
  }
}
