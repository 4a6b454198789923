package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass.State;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** All badge classes. */
@ApplicationScoped
public class BadgeClasses {

  /** Rows of one page of a list. */
  public static final int PAGE = 20;

  private final EntityManager entityManager;

  @Inject
  public BadgeClasses(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /**
   * Which badge classes a list shows.
   *
   * @param words part of the name; blank for all
   * @param states in one of these; never empty
   */
  public record Filter(String words, Set<State> states) {

    /** Those that can be awarded. */
    public static Filter published(String words) {
      return new Filter(words, Set.of(State.PUBLISHED));
    }

    /** Those that staff still work with: drafts and published ones. */
    public static Filter current(String words) {
      return new Filter(words, Set.of(State.DRAFT, State.PUBLISHED));
    }
  }

  /**
   * One page of a list.
   *
   * @param next the key to ask the next page with; null on the last
   */
  public record Slice(List<BadgeClass> badgeClasses, @Nullable UUID next) {}

  void add(BadgeClass badgeClass) {
    entityManager.persist(badgeClass);
  }

  /** The badge class, whatever its institution: for what is public or already authorised. */
  public Optional<BadgeClass> find(UUID id) {
    return Optional.ofNullable(entityManager.find(BadgeClass.class, id));
  }

  /**
   * The badge class, if it is that institution's: the one place where tenants are kept apart.
   *
   * @throws ProblemException NOT_FOUND if there is none, or it is another institution's
   */
  public BadgeClass inInstitution(UUID id, UUID institutionId) {
    return entityManager
        .createQuery(
            "select b from BadgeClass b, Issuer i where b.id = :id and i.id = b.issuerId"
                + " and i.institutionId = :institution",
            BadgeClass.class)
        .setParameter("id", id)
        .setParameter("institution", institutionId)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "badgeclass.none"));
  }

  /**
   * The institution of a badge class.
   *
   * @throws ProblemException NOT_FOUND if there is no such badge class
   */
  public UUID institutionOf(UUID id) {
    return entityManager
        .createQuery(
            "select i.institutionId from BadgeClass b, Issuer i"
                + " where b.id = :id and i.id = b.issuerId",
            UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "badgeclass.none"));
  }

  /**
   * An institution's badge classes by name.
   *
   * @param after the key of the page, null for the first
   */
  public Slice ofInstitution(UUID institutionId, Filter filter, @Nullable UUID after) {
    BadgeClass last = after == null ? null : inInstitution(after, institutionId);
    String from =
        "select b from BadgeClass b, Issuer i where i.id = b.issuerId"
            + " and i.institutionId = :institution and b.state in :states";
    String matching = filter.words().isBlank() ? "" : " and lower(b.name) like :words escape '!'";
    String beyond =
        last == null ? "" : " and (b.name > :name or (b.name = :name and b.id > :after))";
    TypedQuery<BadgeClass> query =
        entityManager
            .createQuery(from + matching + beyond + " order by b.name, b.id", BadgeClass.class)
            .setParameter("institution", institutionId)
            .setParameter("states", filter.states())
            .setMaxResults(PAGE + 1);
    if (!matching.isEmpty()) {
      query.setParameter("words", "%" + escape(filter.words().strip()) + "%");
    }
    if (last != null) {
      query.setParameter("name", last.name()).setParameter("after", last.id());
    }
    List<BadgeClass> found = query.getResultList();
    return found.size() <= PAGE
        ? new Slice(found, null)
        : new Slice(found.subList(0, PAGE), found.get(PAGE - 1).id());
  }

  private static String escape(String words) {
    return words.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
