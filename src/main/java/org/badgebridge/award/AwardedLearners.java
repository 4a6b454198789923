package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The learners to whom one badge class is being given: the lock that lets one act at a time do so,
 * what each has of it, and the rows of what they get. Joins the caller's transaction.
 */
@ApplicationScoped
class AwardedLearners {

  private final EntityManager entityManager;
  private final Sql sql;

  @Inject
  AwardedLearners(EntityManager entityManager, Sql sql) {
    this.entityManager = entityManager;
    this.sql = sql;
  }

  /** As {@link Awards#lockLearner} for each, in their order. */
  void lock(SortedSet<UUID> lmsUserIds) {
    sql.updateAll(Awards.LOCK_LEARNER, lmsUserIds.stream().map(Sql::row).toList());
  }

  /** What they were last given of a badge class, as the database has it now. */
  LastAwards last(UUID badgeClassId, Collection<UUID> lmsUserIds) {
    LastAwards last = new LastAwards(lmsUserIds.size() > 1 ? persons(lmsUserIds) : Map.of());
    entityManager
        .createQuery(
            "select me.id, a from DirectAward a, LmsUser u, LmsUser me where me.id in :users"
                + " and u.personId = me.personId and a.lmsUserId = u.id and a.badgeClassId = :badge"
                + " order by a.edition, a.life.createdAt, a.id",
            Object[].class)
        .setParameter("badge", badgeClassId)
        .setParameter("users", lmsUserIds)
        .setHint("jakarta.persistence.cache.storeMode", CacheStoreMode.REFRESH)
        .getResultList()
        .forEach(row -> last.take((UUID) row[0], (DirectAward) row[1]));
    return last;
  }

  private Map<UUID, UUID> persons(Collection<UUID> lmsUserIds) {
    return entityManager
        .createQuery("select u.id, u.personId from LmsUser u where u.id in :users", Object[].class)
        .setParameter("users", lmsUserIds)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
  }

  /**
   * The free places of a badge class. Other acts that give it wait until the transaction ends, so
   * that no place is given twice.
   *
   * @param most how many people can have it; null for any number
   */
  Places places(UUID badgeClassId, @Nullable Integer most) {
    if (most == null) {
      return new Places(Places.ANY);
    }
    sql.update("update badge_class set version = version where id = ?", badgeClassId);
    return new Places(most - BadgePlaces.taken(sql, badgeClassId));
  }

  /** Writes down new awards, of which those hear who keep sums over awards. */
  void add(Collection<DirectAward> awards) {
    for (DirectAward each : awards) {
      entityManager.persist(each);
      entityManager.persist(new AwardTouch(each));
    }
    entityManager.flush();
  }
}
