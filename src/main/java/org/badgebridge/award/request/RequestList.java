package org.badgebridge.award.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.staff.Place;
import org.jspecify.annotations.Nullable;

/** The requests that somebody sees, page by page. */
@ApplicationScoped
public class RequestList {

  private static final int CLASSES = 500;

  private final Sql sql;

  @Inject
  public RequestList(Sql sql) {
    this.sql = sql;
  }

  /**
   * One page.
   *
   * @param next the key to ask the next page with; null on the last
   */
  public record Slice(List<RequestRow> requests, @Nullable UUID next) {}

  /**
   * Those about these badge classes of an institution in a state, the longest waiting first; test
   * users' are left out.
   *
   * @param after the key of the page, null for the first
   */
  public Slice about(
      UUID institutionId,
      Collection<UUID> badgeClasses,
      RequestState state,
      @Nullable UUID after,
      int size) {
    if (badgeClasses.isEmpty()) {
      return new Slice(List.of(), null);
    }
    List<@Nullable Object> parameters = new ArrayList<>(List.of(institutionId, state));
    parameters.addAll(badgeClasses);
    return oldestFirst(
        " where r.institution_id = ? and r.state = ? and not u.test_user and r.badge_class_id in ("
            + Sql.marks(badgeClasses.size())
            + ")",
        parameters,
        after,
        size);
  }

  /** Those of a course in a state, the longest waiting first. */
  public Slice ofCourse(UUID courseId, RequestState state, @Nullable UUID after, int size) {
    return oldestFirst(
        " where r.course_id = ? and r.state = ?",
        new ArrayList<>(List.of(courseId, state)),
        after,
        size);
  }

  /** Those of a person, whatever became of them, the latest first. */
  public Slice ofPerson(UUID personId, @Nullable UUID after, int size) {
    return slice(
        " where u.person_id = ?",
        new ArrayList<>(List.of(personId)),
        new Order("<", "desc"),
        after,
        size);
  }

  /** How many there are, and how many of them wait for a decision. */
  public record Counts(long open, long all) {

    public boolean any() {
      return all > 0;
    }
  }

  /** How many a course has. */
  public Counts counts(UUID courseId) {
    return sql.first(
            "select count(*) as found, count(case when state = 'OPEN' then 1 end) as waiting"
                + " from award_request where course_id = ?",
            row -> new Counts(row.count("waiting"), row.count("found")),
            courseId)
        .orElseThrow();
  }

  /**
   * One of them.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND
   */
  public RequestRow one(UUID id) {
    return sql.first(RequestRow.SELECT + " where r.id = ?", RequestRow::read, id)
        .orElseThrow(Requests::missing);
  }

  /**
   * One of a person's own.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if it is not theirs
   */
  public RequestRow own(UUID id, UUID personId) {
    return sql.first(
            RequestRow.SELECT + " where r.id = ? and u.person_id = ?",
            RequestRow::read,
            id,
            personId)
        .orElseThrow(Requests::missing);
  }

  /** What a person asked last for a badge class, whatever became of it. */
  public Optional<RequestRow> last(UUID badgeClassId, UUID personId) {
    return sql.first(
        RequestRow.SELECT
            + " where r.badge_class_id = ? and u.person_id = ? order by r.asked_at desc, r.id"
            + " fetch first 1 row only",
        RequestRow::read,
        badgeClassId,
        personId);
  }

  /** The badge classes of an institution that somebody asked for, by name. */
  public Map<Place, String> badgeClasses(UUID institutionId) {
    Map<Place, String> names = new LinkedHashMap<>();
    sql.list(
            "select b.id, b.name, s.id as issuer_id, s.issuer_group_id from badge_class b"
                + " join issuer s on s.id = b.issuer_id where s.institution_id = ?"
                + " and exists (select 1 from award_request r where r.badge_class_id = b.id)"
                + " order by b.name, b.id fetch first "
                + CLASSES
                + " rows only",
            row ->
                Map.entry(
                    new Place(
                        institutionId,
                        row.optionalUuid("issuer_group_id"),
                        row.uuid("issuer_id"),
                        row.uuid("id")),
                    row.text("name")),
            institutionId)
        .forEach(each -> names.put(each.getKey(), each.getValue()));
    return names;
  }

  private record Order(String beyond, String direction) {}

  private Slice oldestFirst(
      String where, List<@Nullable Object> parameters, @Nullable UUID after, int size) {
    return slice(where, parameters, new Order(">", "asc"), after, size);
  }

  private Slice slice(
      String where,
      List<@Nullable Object> parameters,
      Order order,
      @Nullable UUID after,
      int size) {
    StringBuilder query = new StringBuilder(RequestRow.SELECT).append(where);
    Instant reached = after == null ? null : askedAt(after);
    if (reached != null) {
      query
          .append(" and (r.asked_at ")
          .append(order.beyond())
          .append(" ? or (r.asked_at = ? and r.id > ?))");
      parameters.addAll(Arrays.asList(reached, reached, after));
    }
    query.append(" order by r.asked_at ").append(order.direction()).append(", r.id limit ?");
    parameters.add(size + 1);
    List<RequestRow> found = sql.list(query.toString(), RequestRow::read, parameters.toArray());
    return found.size() <= size
        ? new Slice(found, null)
        : new Slice(found.subList(0, size), found.get(size - 1).id());
  }

  private @Nullable Instant askedAt(UUID id) {
    return sql.first(
            "select asked_at from award_request where id = ?", row -> row.instant("asked_at"), id)
        .orElse(null);
  }
}
