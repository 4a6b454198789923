package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Recipients;
import org.badgebridge.database.Sql;
import org.badgebridge.roster.CourseLearners;
import org.jspecify.annotations.Nullable;

/**
 * The learners of a course whom its lecturer can award by hand: active, never lecturers there, no
 * test users.
 */
@ApplicationScoped
public class HandRoster {

  private static final Comparator<Learner> BY_NAME =
      Comparator.comparing(Learner::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Learner::id);

  private final CourseLearners learners;
  private final Sql sql;

  @Inject
  public HandRoster(CourseLearners learners, Sql sql) {
    this.learners = learners;
    this.sql = sql;
  }

  /**
   * One learner.
   *
   * @param standing of their last award of the badge class; null if they never had one
   */
  public record Learner(UUID id, String name, @Nullable AwardState standing) {

    /** Whether they hold it, or it is on its way. */
    public boolean has() {
      return standing != null && standing.live();
    }
  }

  /**
   * One page of learners, by name.
   *
   * @param next the key to ask the next page with; null on the last
   */
  public record Slice(List<Learner> learners, @Nullable UUID next) {}

  /**
   * Finds by words.
   *
   * @param words in their name, e-mail address or eppn; blank for all
   * @param after the key of the page, null for the first
   */
  Slice page(UUID courseId, UUID badgeClassId, String words, @Nullable UUID after, int size) {
    CourseLearners.Slice found = learners.page(courseId, words, after, size);
    return new Slice(standing(badgeClassId, found.learners()), found.next());
  }

  /** Those of some who are learners of the course, by name. */
  List<Learner> of(UUID courseId, UUID badgeClassId, Collection<UUID> some) {
    return standing(badgeClassId, learners.of(courseId, some)).stream().sorted(BY_NAME).toList();
  }

  private List<Learner> standing(UUID badgeClassId, List<CourseLearners.Learner> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    List<Object> parameters = new ArrayList<>(List.of(badgeClassId));
    found.forEach(each -> parameters.add(each.id()));
    Map<UUID, AwardState> states = new HashMap<>();
    sql.list(
            "select u.id, "
                + Recipients.LAST
                + " from lms_user u where u.id in ("
                + Sql.marks(found.size())
                + ")",
            row -> {
              String state = row.optionalText("standing");
              return state == null
                  ? Optional.<Map.Entry<UUID, AwardState>>empty()
                  : Optional.of(Map.entry(row.uuid("id"), AwardState.valueOf(state)));
            },
            parameters.toArray())
        .forEach(each -> each.ifPresent(one -> states.put(one.getKey(), one.getValue())));
    return found.stream()
        .map(each -> new Learner(each.id(), each.name(), states.get(each.id())))
        .toList();
  }
}
