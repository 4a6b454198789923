package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClasses.Filter;
import org.badgebridge.badgeclass.BadgeClasses.Slice;
import org.badgebridge.drawing.VisualGrammar;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What the lecturers of an institution can award: its own badge classes, and those that other
 * institutions opened to it as their partner.
 */
@ApplicationScoped
public class AwardableBadges {

  private static final String SCOPE =
      "(i.institutionId = :institution or (b.openTo = :open and exists (select p from Partnership"
          + " p where p.institutionId = i.institutionId and p.partnerId = :institution)))";

  private final EntityManager entityManager;
  private final BadgeClasses badgeClasses;
  private final VisualGrammars grammars;

  @Inject
  public AwardableBadges(
      EntityManager entityManager, BadgeClasses badgeClasses, VisualGrammars grammars) {
    this.entityManager = entityManager;
    this.badgeClasses = badgeClasses;
    this.grammars = grammars;
  }

  /**
   * One of them, in whatever state.
   *
   * @throws ProblemException NOT_FOUND if there is none, or this institution cannot award it
   */
  public BadgeClass get(UUID id, UUID institutionId) {
    return entityManager
        .createQuery(
            "select b from BadgeClass b, Issuer i where b.id = :id and i.id = b.issuerId and "
                + SCOPE,
            BadgeClass.class)
        .setParameter("id", id)
        .setParameter("institution", institutionId)
        .setParameter("open", BadgeClass.OpenTo.PARTNERS)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "badgeclass.none"));
  }

  /**
   * The published ones by name.
   *
   * @param words part of the name; blank for all
   * @param after the key of the page, null for the first
   * @throws ProblemException NOT_FOUND if the key is none of theirs
   */
  public Slice page(UUID institutionId, String words, @Nullable UUID after) {
    BadgeClass last = after == null ? null : get(after, institutionId);
    Map<String, Object> parameters =
        Map.of("institution", institutionId, "open", BadgeClass.OpenTo.PARTNERS);
    return badgeClasses.slice(SCOPE, parameters, Filter.published(words), last, BadgeClasses.PAGE);
  }

  /** One of them by name alone. */
  public record Named(UUID id, String name) {}

  /** The published ones by name, but not more than so many, in one query. */
  public List<Named> names(UUID institutionId, int most) {
    return entityManager
        .createQuery(
            "select b.id, b.name from BadgeClass b, Issuer i where i.id = b.issuerId"
                + " and b.state = :published and "
                + SCOPE
                + " order by b.name, b.id",
            Object[].class)
        .setParameter("published", BadgeClass.State.PUBLISHED)
        .setParameter("institution", institutionId)
        .setParameter("open", BadgeClass.OpenTo.PARTNERS)
        .setMaxResults(most)
        .getResultStream()
        .map(row -> new Named((UUID) row[0], (String) row[1]))
        .toList();
  }

  /**
   * Where a badge class is at home.
   *
   * @param institution its name for the reader
   * @param grammar by which it is drawn
   */
  public record Home(String institution, VisualGrammar grammar) {}

  /** The home of those that belong to another institution, by their ids. */
  public Map<UUID, Home> borrowed(List<BadgeClass> shown, UUID institutionId, Locale reader) {
    Map<UUID, Home> homes = new HashMap<>();
    if (shown.isEmpty()) {
      return homes;
    }
    Map<UUID, Home> known = new HashMap<>();
    entityManager
        .createQuery(
            "select b.id, o from BadgeClass b, Issuer i, Institution o where b.id in :ids"
                + " and i.id = b.issuerId and o.id = i.institutionId and o.id <> :institution",
            Object[].class)
        .setParameter("ids", shown.stream().map(BadgeClass::id).toList())
        .setParameter("institution", institutionId)
        .getResultStream()
        .forEach(
            row -> {
              Institution home = (Institution) row[1];
              homes.put(
                  (UUID) row[0],
                  known.computeIfAbsent(
                      home.id(), id -> new Home(home.name(reader), grammars.of(id))));
            });
    return homes;
  }
}
