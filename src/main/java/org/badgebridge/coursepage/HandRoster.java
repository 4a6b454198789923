package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Recipients;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.LmsUserSearch;
import org.jspecify.annotations.Nullable;

/**
 * The learners of a course whom its lecturer can award by hand: active, never lecturers there, no
 * test users.
 */
@ApplicationScoped
public class HandRoster {

  private static final String SELECT =
      "select u.id, "
          + LmsUserSearch.NAMES
          + ", "
          + Recipients.LAST
          + " from membership m join lms_user u on u.id = m.lms_user_id where m.course_id = ?"
          + " and m.role = 'LEARNER' and m.active = true and m.ever_lecturer = false"
          + " and u.test_user = false";
  private static final String BEYOND =
      " and (KEY > ? or (KEY = ? and u.id > ?))".replace("KEY", LmsUserSearch.NAME_KEY);
  private static final String ORDER = " order by " + LmsUserSearch.NAME_KEY + ", u.id";

  private final Sql sql;

  @Inject
  public HandRoster(Sql sql) {
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

    private static Learner read(Row row) {
      String state = row.optionalText("standing");
      return new Learner(
          row.uuid("id"),
          LmsUserSearch.displayName(row, "id"),
          state == null ? null : AwardState.valueOf(state));
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
    List<@Nullable Object> parameters = new ArrayList<>(List.of(badgeClassId, courseId));
    String condition = LmsUserSearch.condition(words, parameters);
    String key = after == null ? null : key(after);
    if (key != null) {
      condition += BEYOND;
      parameters.addAll(Arrays.asList(key, key, after));
    }
    List<Learner> found =
        sql.list(
            SELECT + condition + ORDER + " fetch first " + (size + 1) + " rows only",
            Learner::read,
            parameters.toArray());
    return found.size() <= size
        ? new Slice(found, null)
        : new Slice(found.subList(0, size), found.get(size - 1).id());
  }

  /** Those of some who are learners of the course, by name. */
  List<Learner> of(UUID courseId, UUID badgeClassId, Collection<UUID> some) {
    if (some.isEmpty()) {
      return List.of();
    }
    List<@Nullable Object> parameters = new ArrayList<>(List.of(badgeClassId, courseId));
    parameters.addAll(some);
    return sql.list(
        SELECT + " and u.id in (" + Sql.marks(some.size()) + ")" + ORDER,
        Learner::read,
        parameters.toArray());
  }

  private @Nullable String key(UUID lmsUserId) {
    return sql.first(
            "select " + LmsUserSearch.NAME_KEY + " as name_key from lms_user u where u.id = ?",
            row -> row.text("name_key"),
            lmsUserId)
        .orElse(null);
  }
}
