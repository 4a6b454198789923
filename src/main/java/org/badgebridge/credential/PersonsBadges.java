package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a person owns, as programs page through it for them: the oldest first, so that a page
 * stays what it is when badges are added; revoked ones and those out of sight, too.
 */
@ApplicationScoped
public class PersonsBadges {

  private final EntityManager entityManager;

  @Inject
  public PersonsBadges(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /**
   * How many there are.
   *
   * @param since only those that were issued later; null for all
   */
  public long count(UUID personId, @Nullable Instant since) {
    return query("select count(c)", "", Long.class, personId, since).getSingleResult();
  }

  /** Some of them, after as many others. */
  public List<Credential> page(UUID personId, @Nullable Instant since, int offset, int size) {
    return query("select c", " order by c.issuedAt, c.id", Credential.class, personId, since)
        .setFirstResult(offset)
        .setMaxResults(size)
        .getResultList();
  }

  /**
   * Those whose signed document everybody may have: public ones of which nothing is left out.
   * Whether that is so only the document tells, so they are read.
   */
  public List<Credential> forEverybody(UUID personId, @Nullable Instant since) {
    return query(
            "select c",
            " and c.publicSince is not null order by c.issuedAt, c.id",
            Credential.class,
            personId,
            since)
        .getResultStream()
        .filter(each -> IssuedBadge.read(each).isWhole(each.disclosure()))
        .toList();
  }

  private <T> TypedQuery<T> query(
      String select, String rest, Class<T> type, UUID personId, @Nullable Instant since) {
    TypedQuery<T> query =
        entityManager
            .createQuery(
                select
                    + " from Credential c where c.personId = :person"
                    + (since == null ? "" : " and c.issuedAt > :since")
                    + rest,
                type)
            .setParameter("person", personId);
    return since == null ? query : query.setParameter("since", since);
  }
}
