package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The direct awards, and the only place that says whose they are: an award asked for by somebody
 * else looks like one that does not exist.
 */
@ApplicationScoped
public class Awards {

  /**
   * Makes others who want to give or restore awards to a learner wait. An update that changes
   * nothing is the one lock of both databases that rows which refer to the learner let pass.
   */
  static final String LOCK_LEARNER = "update lms_user set test_user = test_user where id = ?";

  private static final String OF_PERSON =
      " from DirectAward a, LmsUser u where a.lmsUserId = u.id and u.personId = :person"
          + " and a.state in :states";

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

  /** Those of some that exist, by id. */
  public Map<UUID, DirectAward> find(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : entityManager
            .createQuery("select a from DirectAward a where a.id in :ids", DirectAward.class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(DirectAward::id, each -> each));
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
    touch(award);
    return award;
  }

  /**
   * Tells those who keep sums over awards that something else about this one changed, for example
   * that a message about it came back. What is changed by {@link #locked} needs no such word.
   */
  public void touch(UUID id) {
    find(id).ifPresent(this::touch);
  }

  private void touch(DirectAward award) {
    entityManager.persist(new AwardTouch(award));
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

  /**
   * One page of a list.
   *
   * @param next the key to ask the next page with; null on the last
   */
  public record Slice(List<DirectAward> awards, @Nullable UUID next) {}

  /**
   * What a person was given under any of their LMS users, the latest offered first.
   *
   * @param states which of them; what only staff see is left out
   * @param after the key of the page, null for the first
   */
  public Slice ofPerson(UUID personId, Set<AwardState> states, @Nullable UUID after, int size) {
    DirectAward last = after == null ? null : ofPerson(personId, after).orElse(null);
    String beyond =
        last == null
            ? ""
            : " and (a.ladder.offeredAt < :at or (a.ladder.offeredAt = :at and a.id > :last))";
    TypedQuery<DirectAward> query =
        entityManager
            .createQuery(
                "select a" + OF_PERSON + beyond + " order by a.ladder.offeredAt desc, a.id",
                DirectAward.class)
            .setParameter("person", personId)
            .setParameter("states", visible(states))
            .setMaxResults(size + 1);
    if (last != null) {
      query.setParameter("at", last.ladder().offered()).setParameter("last", last.id());
    }
    List<DirectAward> found = query.getResultList();
    return found.size() <= size
        ? new Slice(found, null)
        : new Slice(found.subList(0, size), found.get(size - 1).id());
  }

  /** How many awards of these states a person was given. */
  public long countOfPerson(UUID personId, Set<AwardState> states) {
    return entityManager
        .createQuery("select count(a)" + OF_PERSON, Long.class)
        .setParameter("person", personId)
        .setParameter("states", visible(states))
        .getSingleResult();
  }

  /** One award of a person, if it is theirs and they may see it. */
  public Optional<DirectAward> ofPerson(UUID personId, UUID awardId) {
    return entityManager
        .createQuery("select a" + OF_PERSON + " and a.id = :award", DirectAward.class)
        .setParameter("person", personId)
        .setParameter("states", visible(EnumSet.allOf(AwardState.class)))
        .setParameter("award", awardId)
        .getResultStream()
        .findFirst();
  }

  private static Set<AwardState> visible(Set<AwardState> states) {
    Set<AwardState> visible = EnumSet.copyOf(states);
    visible.removeAll(AwardState.STAFF_ONLY);
    return visible;
  }

  /** The last award of this badge class to this learner, under any of their users. */
  public Optional<DirectAward> of(UUID badgeClassId, UUID lmsUserId) {
    return entityManager
        .createQuery(
            "select a from DirectAward a, LmsUser u, LmsUser me where me.id = :user"
                + " and u.personId = me.personId and a.lmsUserId = u.id and a.badgeClassId = :badge"
                + " order by a.edition desc, a.life.createdAt desc",
            DirectAward.class)
        .setParameter("badge", badgeClassId)
        .setParameter("user", lmsUserId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /**
   * Refuses a second badge of one class to a person who holds it, also under another of their
   * users; where the award takes the place of another, that and the editions before it do not
   * count. Other claims of this person wait until the transaction ends.
   *
   * @throws ProblemException CONFLICT if they hold it
   */
  public void requireNotHeld(DirectAward award, UUID personId) {
    entityManager
        .createNativeQuery("select p.id from person p where p.id = ?1 for update")
        .setParameter(1, personId)
        .getResultList();
    int from = award.provenance().replaces() == null ? 0 : award.edition();
    long held =
        entityManager
            .createQuery(
                "select count(a) from DirectAward a, LmsUser u where a.lmsUserId = u.id"
                    + " and u.personId = :person and a.badgeClassId = :badge"
                    + " and a.state = :claimed and a.id <> :award and a.edition >= :from",
                Long.class)
            .setParameter("person", personId)
            .setParameter("badge", award.badgeClassId())
            .setParameter("claimed", AwardState.CLAIMED)
            .setParameter("award", award.id())
            .setParameter("from", from)
            .getSingleResult();
    if (held > 0) {
      throw new ProblemException(ProblemType.CONFLICT, "award.held-already");
    }
  }

  /** The award that was given in the place of this one. */
  public Optional<DirectAward> replacing(UUID awardId) {
    return entityManager
        .createQuery(
            "select a from DirectAward a where a.provenance.replacesId = :award", DirectAward.class)
        .setParameter("award", awardId)
        .getResultStream()
        .findFirst();
  }

  /** Whether the learner was given the same again after this award. */
  public boolean laterThan(DirectAward award) {
    return of(award.badgeClassId(), award.lmsUserId())
        .filter(last -> last.edition() > award.edition())
        .isPresent();
  }

  /**
   * Notes that these awards were shown to their learner; the first time counts. Waits for others
   * who change them: a look must never fail because something else happens to the award.
   */
  @Transactional
  public void markSeen(Collection<UUID> awardIds) {
    mark(awardIds, "seenAt", DirectAward::seen);
  }

  /**
   * Notes, as {@link #markSeen}, that the learner looked at this award itself, and could claim it.
   */
  @Transactional
  public void markOpened(UUID awardId) {
    mark(List.of(awardId), "openedAt", DirectAward::opened);
  }

  private void mark(
      Collection<UUID> awardIds, String missing, BiConsumer<DirectAward, Instant> step) {
    if (awardIds.isEmpty()) {
      return;
    }
    entityManager
        .createQuery(
            "select a from DirectAward a where a.id in :ids and a.ladder."
                + missing
                + " is null and a.ladder.offeredAt is not null order by a.id",
            DirectAward.class)
        .setParameter("ids", awardIds)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .forEach(
            award -> {
              step.accept(award, clock.instant());
              touch(award);
            });
  }

  /** Makes others who want to give or restore awards to this learner wait. */
  public void lockLearner(UUID lmsUserId) {
    entityManager.createNativeQuery(LOCK_LEARNER).setParameter(1, lmsUserId).executeUpdate();
  }

  /** As {@link #lockLearner}, for the learner of an award that is to be locked after them. */
  void lockLearnerOf(UUID awardId) {
    find(awardId).ifPresent(award -> lockLearner(award.lmsUserId()));
  }

  static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "award.not-found");
  }
}
