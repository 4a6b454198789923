package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.badgeclass.BadgeClass.State;
import org.badgebridge.badgeclass.content.ContentJson;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Level;
import org.badgebridge.staff.Place;
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

  /** Lets one change of a path in an institution happen after the other, until the commit. */
  void lockPaths(UUID institutionId) {
    entityManager
        .createNativeQuery("select i.id from institution i where i.id = ?1 for update")
        .setParameter(1, institutionId)
        .getResultList();
  }

  /** Those of these ids that exist, in the order of the ids. */
  public List<BadgeClass> inOrder(List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, BadgeClass> found =
        entityManager
            .createQuery("select b from BadgeClass b where b.id in :ids", BadgeClass.class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(BadgeClass::id, each -> each));
    return ids.stream().filter(found::containsKey).map(found::get).toList();
  }

  /** The badge class, if a path of that institution can lead over it: it is its own. */
  Optional<BadgeClass> awardableBy(UUID id, UUID institutionId) {
    return find(id).filter(badgeClass -> institutionOf(id).equals(institutionId));
  }

  /**
   * The same, locked until the transaction ends, as it is now.
   *
   * @throws ProblemException as the other
   */
  BadgeClass locked(UUID id, UUID institutionId) {
    BadgeClass found = inInstitution(id, institutionId);
    entityManager.refresh(found, LockModeType.PESSIMISTIC_WRITE);
    return found;
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
    return within(Place.institution(institutionId), filter, after, PAGE);
  }

  /**
   * The badge classes at a place and below it by name.
   *
   * @param after the key of the page, null for the first
   * @param most rows of the page
   */
  public Slice within(Place place, Filter filter, @Nullable UUID after, int most) {
    BadgeClass last = after == null ? null : inInstitution(after, place.institutionId());
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("institution", place.institutionId());
    if (place.level() != Level.INSTITUTION) {
      parameters.put("place", place.id());
    }
    String scope = "i.institutionId = :institution" + below(place.level());
    return slice(scope, parameters, filter, last, most);
  }

  /**
   * A page of those in a scope by name.
   *
   * @param scope a condition about b, the badge class, and i, its issuer
   * @param last of the page before; null for the first page
   */
  Slice slice(
      String scope,
      Map<String, Object> parameters,
      Filter filter,
      @Nullable BadgeClass last,
      int most) {
    String matching = filter.words().isBlank() ? "" : " and lower(b.name) like :words escape '!'";
    String beyond =
        last == null ? "" : " and (b.name > :name or (b.name = :name and b.id > :after))";
    TypedQuery<BadgeClass> query =
        entityManager
            .createQuery(
                "select b from BadgeClass b, Issuer i where i.id = b.issuerId and "
                    + scope
                    + " and b.state in :states"
                    + matching
                    + beyond
                    + " order by b.name, b.id",
                BadgeClass.class)
            .setParameter("states", filter.states())
            .setMaxResults(most + 1);
    parameters.forEach(query::setParameter);
    if (!matching.isEmpty()) {
      query.setParameter("words", "%" + escape(filter.words().strip()) + "%");
    }
    if (last != null) {
      query.setParameter("name", last.name()).setParameter("after", last.id());
    }
    List<BadgeClass> found = query.getResultList();
    return found.size() <= most
        ? new Slice(found, null)
        : new Slice(found.subList(0, most), found.get(most - 1).id());
  }

  private static String below(Level level) {
    return switch (level) {
      case INSTITUTION -> "";
      case ISSUER_GROUP -> " and i.groupId = :place";
      case ISSUER -> " and i.id = :place";
      case BADGE_CLASS -> " and b.id = :place";
    };
  }

  /** Every version of a badge class by number, the first first. */
  public List<Integer> numbers(BadgeClass badgeClass) {
    List<?> earlier =
        entityManager
            .createNativeQuery(
                "select number from badge_class_version where badge_class_id = ?1 order by number")
            .setParameter(1, badgeClass.id())
            .getResultList();
    List<Integer> numbers = new ArrayList<>();
    earlier.forEach(each -> numbers.add(((Number) each).intValue()));
    numbers.add(badgeClass.number());
    return numbers;
  }

  /**
   * One version of a badge class, the present one or an earlier one.
   *
   * @throws ProblemException NOT_FOUND if there is no such version
   */
  public BadgeVersion version(BadgeClass badgeClass, int number) {
    if (number == badgeClass.number()) {
      return badgeClass.version();
    }
    List<?> found =
        entityManager
            .createNativeQuery(
                "select content from badge_class_version where badge_class_id = ?1 and number = ?2")
            .setParameter(1, badgeClass.id())
            .setParameter(2, number)
            .getResultList();
    if (found.isEmpty()) {
      throw new ProblemException(ProblemType.NOT_FOUND, "badgeclass.none");
    }
    return new BadgeVersion(
        badgeClass.id(), badgeClass.issuerId(), number, ContentJson.read(found.get(0).toString()));
  }

  /** Whether the present version was offered to anybody: what it states must then stay. */
  boolean awarded(BadgeClass badgeClass) {
    return !entityManager
        .createNativeQuery(
            "select a.id from direct_award a where a.badge_class_id = ?1"
                + " and a.badge_class_version = ?2 and a.offered_at is not null")
        .setParameter(1, badgeClass.id())
        .setParameter(2, badgeClass.number())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Keeps the present version, before the next one takes its place. */
  void keep(BadgeClass badgeClass, Instant now) {
    entityManager
        .createNativeQuery(
            "insert into badge_class_version (badge_class_id, number, content, replaced_at)"
                + " values (?1, ?2, ?3, ?4)")
        .setParameter(1, badgeClass.id())
        .setParameter(2, badgeClass.number())
        .setParameter(3, ContentJson.write(badgeClass.content()))
        .setParameter(4, now.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  private static String escape(String words) {
    return words.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
