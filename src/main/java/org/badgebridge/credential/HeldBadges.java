package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.DirectAward;
import org.jspecify.annotations.Nullable;

/** What a person holds, page by page, the latest first: at hand, or put out of sight. */
@ApplicationScoped
public class HeldBadges {

  private final EntityManager entityManager;

  @Inject
  public HeldBadges(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** A badge with the award that it came from. */
  public record Held(DirectAward award, Credential credential) {

    private static Held of(Object[] row) {
      return new Held((DirectAward) row[0], (Credential) row[1]);
    }
  }

  /**
   * One page.
   *
   * @param next the key of the next page; null on the last
   */
  public record Slice(List<Held> badges, @Nullable UUID next) {}

  /**
   * A page of them.
   *
   * @param archived those out of sight, or the others
   * @param after the key of the page: the award of the last badge before it; null for the first
   */
  public Slice page(UUID personId, boolean archived, @Nullable UUID after, int size) {
    Credential last = after == null ? null : last(personId, after);
    String beyond =
        last == null ? "" : " and (c.issuedAt < :at or (c.issuedAt = :at and c.id > :last))";
    TypedQuery<Object[]> query =
        entityManager
            .createQuery(
                "select a, c from Credential c, DirectAward a where a.id = c.awardId"
                    + where(archived)
                    + beyond
                    + " order by c.issuedAt desc, c.id",
                Object[].class)
            .setParameter("person", personId)
            .setMaxResults(size + 1);
    if (last != null) {
      query.setParameter("at", last.issuedAt()).setParameter("last", last.id());
    }
    List<Held> found = query.getResultList().stream().map(Held::of).toList();
    return found.size() <= size
        ? new Slice(found, null)
        : new Slice(found.subList(0, size), found.get(size - 1).award().id());
  }

  /** How many there are. */
  public long count(UUID personId, boolean archived) {
    return entityManager
        .createQuery("select count(c) from Credential c where 1 = 1" + where(archived), Long.class)
        .setParameter("person", personId)
        .getSingleResult();
  }

  private @Nullable Credential last(UUID personId, UUID awardId) {
    return entityManager
        .createQuery(
            "select c from Credential c where c.awardId = :award and c.personId = :person",
            Credential.class)
        .setParameter("award", awardId)
        .setParameter("person", personId)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  private static String where(boolean archived) {
    return " and c.personId = :person and c.archivedAt is " + (archived ? "not null" : "null");
  }
}
