package org.badgebridge.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.LmsUserSearch;
import org.jspecify.annotations.Nullable;

/**
 * The learners of a course by name, as its lecturers see them: active, never lecturers there, no
 * test users.
 */
@ApplicationScoped
public class CourseLearners {

  private static final String FROM =
      " from membership m join lms_user u on u.id = m.lms_user_id where m.course_id = ?"
          + " and m.role = 'LEARNER' and m.active = true and m.ever_lecturer = false"
          + " and u.test_user = false";

  /** What a learner is read from; {@code handle} tells those of one name apart. */
  private static final String COLUMNS =
      "u.id, "
          + LmsUserSearch.NAMES
          + ", "
          + LmsUserSearch.NAME_KEY
          + " as name_key, coalesce(u.username, u.sourced_id, u.eppn, u.email) as handle";

  private static final String SELECT = "select " + COLUMNS + FROM;
  private static final String NAMESAKES =
      "select "
          + LmsUserSearch.NAME_KEY
          + " as name_key"
          + FROM
          + " group by "
          + LmsUserSearch.NAME_KEY
          + " having count(*) > 1";
  private static final String BEYOND =
      " and (KEY > ? or (KEY = ? and u.id > ?))".replace("KEY", LmsUserSearch.NAME_KEY);
  private static final String ORDER = " order by " + LmsUserSearch.NAME_KEY + ", u.id";
  private static final int AT_ONCE = 500;

  private final Sql sql;

  @Inject
  public CourseLearners(Sql sql) {
    this.sql = sql;
  }

  /**
   * One learner.
   *
   * @param name with what else the learner is called, if another one of the course has that name
   */
  public record Learner(UUID id, String name) {}

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
  public Slice page(UUID courseId, String words, @Nullable UUID after, int size) {
    List<@Nullable Object> parameters = new ArrayList<>(List.of(courseId));
    String condition = LmsUserSearch.condition(words, parameters);
    String key = after == null ? null : key(after);
    if (key != null) {
      condition += BEYOND;
      parameters.addAll(Arrays.asList(key, key, after));
    }
    List<Learner> found =
        sql.list(
            SELECT + condition + ORDER + " fetch first " + (size + 1) + " rows only",
            reader(courseId),
            parameters.toArray());
    return found.size() <= size
        ? new Slice(found, null)
        : new Slice(found.subList(0, size), found.get(size - 1).id());
  }

  /** All of them, by name, but not more than so many. */
  public List<Learner> all(UUID courseId, int most) {
    return sql.list(
        SELECT + ORDER + " fetch first " + most + " rows only", reader(courseId), courseId);
  }

  /** Those of some who are learners of the course, in the order of their ids. */
  public List<Learner> of(UUID courseId, Collection<UUID> some) {
    List<Learner> found = new ArrayList<>();
    List<UUID> ids = List.copyOf(new LinkedHashSet<>(some));
    Function<Row, Learner> reader = ids.isEmpty() ? CourseLearners::plain : reader(courseId);
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<UUID> part = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
      List<Object> parameters = new ArrayList<>(List.of(courseId));
      parameters.addAll(part);
      found.addAll(
          sql.list(
              SELECT + " and u.id in (" + Sql.marks(part.size()) + ")",
              reader,
              parameters.toArray()));
    }
    return found.stream().sorted((one, other) -> one.id().compareTo(other.id())).toList();
  }

  /**
   * Whom each name stands for by which a table may call a learner: eppn, e-mail address, user name,
   * student number, the platform's own id, and other names that its systems use. In lower case;
   * more than one learner under a name means that it names none of them for certain.
   */
  public Map<String, Set<Learner>> byIdentifier(UUID courseId) {
    Map<String, Set<Learner>> found = new HashMap<>();
    Function<Row, Learner> reader = reader(courseId);
    for (String column : List.of("u.eppn", "u.email", "u.username", "u.sourced_id", "u.sub")) {
      collect(found, "select " + column + " as called, " + COLUMNS + FROM, reader, courseId);
    }
    collect(
        found,
        "select a.alias as called, "
            + COLUMNS
            + FROM.replace(" where", " join lms_user_alias a on a.lms_user_id = u.id where"),
        reader,
        courseId);
    return found;
  }

  private void collect(
      Map<String, Set<Learner>> found, String query, Function<Row, Learner> reader, UUID courseId) {
    sql.list(
        query,
        row -> {
          String called = row.optionalText("called");
          return called != null
              && found
                  .computeIfAbsent(called.toLowerCase(Locale.ROOT), name -> new LinkedHashSet<>())
                  .add(reader.apply(row));
        },
        courseId);
  }

  private @Nullable String key(UUID lmsUserId) {
    return sql.first(
            "select " + LmsUserSearch.NAME_KEY + " as name_key from lms_user u where u.id = ?",
            row -> row.text("name_key"),
            lmsUserId)
        .orElse(null);
  }

  /** Reads learners of a course, so that each can be told from all others. */
  private Function<Row, Learner> reader(UUID courseId) {
    Set<String> namesakes = Set.copyOf(sql.list(NAMESAKES, row -> row.text("name_key"), courseId));
    return row -> {
      Learner plain = plain(row);
      String handle = row.optionalText("handle");
      return handle == null || !namesakes.contains(row.text("name_key"))
          ? plain
          : new Learner(plain.id(), plain.name() + " (" + handle + ")");
    };
  }

  private static Learner plain(Row row) {
    return new Learner(row.uuid("id"), LmsUserSearch.displayName(row, "id"));
  }
}
