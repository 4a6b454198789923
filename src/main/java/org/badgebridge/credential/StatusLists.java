package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives every credential a bit of its own. The index is random, so that it tells nothing of when a
 * badge was issued, and never given twice: the database refuses it.
 *
 * <p>Needs the caller's transaction.
 */
@ApplicationScoped
class StatusLists {

  /** When so many random indexes in a row are taken, the list counts as full. */
  private static final int TRIES = 8;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final EntityManager entityManager;
  private final Clock clock;

  @Inject
  StatusLists(EntityManager entityManager, Clock clock) {
    this.entityManager = entityManager;
    this.clock = clock;
  }

  /** A bit that no credential ever had. */
  StatusEntry allocate(UUID issuerId) {
    Newest newest = newest(issuerId);
    if (newest == null) {
      lock(issuerId);
      newest = newest(issuerId);
    }
    StatusEntry free = newest == null ? null : free(newest);
    if (free != null) {
      return free;
    }
    return open(issuerId, newest == null ? 0 : newest.number);
  }

  /** One list to change. */
  StatusList locked(UUID id) {
    return entityManager.find(StatusList.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  Optional<StatusList> find(UUID id) {
    return Optional.ofNullable(entityManager.find(StatusList.class, id));
  }

  /** Which state of the list is current, without reading its bits; empty if there is no list. */
  Optional<Long> version(UUID id) {
    return entityManager
        .createQuery("select l.version from StatusList l where l.id = :id", Long.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  private record Newest(UUID id, int number, int entries) {}

  private @Nullable Newest newest(UUID issuerId) {
    List<Object[]> rows =
        entityManager
            .createQuery(
                "select l.id, l.number, l.entries from StatusList l where l.issuerId = :issuer"
                    + " order by l.number desc",
                Object[].class)
            .setParameter("issuer", issuerId)
            .setMaxResults(1)
            .getResultList();
    if (rows.isEmpty()) {
      return null;
    }
    Object[] row = rows.get(0);
    return new Newest((UUID) row[0], (Integer) row[1], (Integer) row[2]);
  }

  private @Nullable StatusEntry free(Newest list) {
    return RANDOM
        .ints(TRIES, 0, list.entries)
        .filter(index -> !isTaken(list.id, index))
        .mapToObj(index -> new StatusEntry(list.id, index))
        .findFirst()
        .orElse(null);
  }

  /** One by one: H2 would read all entries of a list to answer for several. */
  private boolean isTaken(UUID listId, int index) {
    return 0
        < entityManager
            .createQuery(
                "select count(c) from Credential c where c.statusListId = :list"
                    + " and c.statusIndex = :index",
                Long.class)
            .setParameter("list", listId)
            .setParameter("index", index)
            .getSingleResult();
  }

  private StatusEntry open(UUID issuerId, int last) {
    lock(issuerId);
    Newest newest = newest(issuerId);
    StatusEntry free = newest == null || newest.number == last ? null : free(newest);
    if (free != null) {
      return free; // another transaction opened a list while we waited
    }
    int number = newest == null ? 1 : newest.number + 1;
    StatusList list =
        new StatusList(issuerId, number, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    entityManager.persist(list);
    entityManager.flush();
    return new StatusEntry(list.id(), RANDOM.nextInt(list.entries()));
  }

  /** One transaction at a time opens a list: an update that changes nothing locks the issuer. */
  private void lock(UUID issuerId) {
    entityManager
        .createNativeQuery("update issuer set name = name where id = ?1")
        .setParameter(1, issuerId)
        .executeUpdate();
  }
}
