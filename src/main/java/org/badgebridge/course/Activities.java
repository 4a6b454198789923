package org.badgebridge.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;

/** What in a course yields evidence. An activity is known once a rule or a source needs it. */
@ApplicationScoped
public class Activities {

  private static final int TITLE_LENGTH = 500;
  private static final String SELECT =
      "select id, course_id, kind, reference, title from activity where ";

  /** The tables of which rows are about an activity. */
  private static final List<String> USERS =
      List.of(
          "rule_activity",
          "passback",
          "evidence",
          "own_fact",
          "meeting",
          "link_sighting",
          "source_poll");

  private final Sql sql;
  private final Clock clock;

  @Inject
  public Activities(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** The activity, if it is known. */
  public Optional<Activity> find(UUID id) {
    return sql.first(SELECT + "id = ?", Activities::read, id);
  }

  /** The activities among these ids. */
  public List<Activity> find(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "id in (" + Sql.marks(ids.size()) + ")", Activities::read, ids.toArray());
  }

  /** The activity with the platform's reference, if it is known. */
  public Optional<Activity> find(UUID courseId, Activity.Kind kind, String reference) {
    return sql.first(
        SELECT + "course_id = ? and kind = ? and reference = ?",
        Activities::read,
        courseId,
        kind,
        reference);
  }

  /** All activities known in a course, by title. */
  public List<Activity> of(UUID courseId) {
    return sql.list(SELECT + "course_id = ? order by title, id", Activities::read, courseId);
  }

  /** The activity of a placement; made known if it is new. */
  @Transactional
  public Activity of(ResourceLink link) {
    String title = link.title() == null ? link.linkId() : link.title();
    return known(link.courseId(), Activity.Kind.RESOURCE_LINK, link.linkId(), title);
  }

  /** The activity with the platform's reference; made known if it is new, safe under races. */
  @Transactional
  public Activity known(UUID courseId, Activity.Kind kind, String reference, String title) {
    Optional<Activity> found = find(courseId, kind, reference);
    if (found.isPresent()) {
      return found.get();
    }
    sql.insertOnce(
        "insert into activity (id, course_id, kind, reference, title, created_at, version)"
            + " values (?, ?, ?, ?, ?, ?, 1)",
        UUID.randomUUID(),
        courseId,
        kind,
        reference,
        cut(title),
        clock.instant());
    return find(courseId, kind, reference).orElseThrow();
  }

  /** Gives it the title by which lecturers choose it. */
  @Transactional
  public void rename(UUID id, String title) {
    sql.update(
        "update activity set title = ?, version = version + 1 where id = ? and title <> ?",
        cut(title),
        id,
        cut(title));
  }

  /**
   * Forgets one that yielded nothing and that no rule reads.
   *
   * @return whether it is gone; false if something is known of it
   */
  @Transactional
  public boolean forget(UUID id) {
    StringBuilder unused = new StringBuilder("delete from activity where id = ?");
    for (String table : USERS) {
      unused
          .append(" and not exists (select 1 from ")
          .append(table)
          .append(" x where x.activity_id = activity.id)");
    }
    return 1 == sql.update(unused.toString(), id);
  }

  private static String cut(String title) {
    return title.length() <= TITLE_LENGTH ? title : title.substring(0, TITLE_LENGTH);
  }

  private static Activity read(Row row) {
    return new Activity(
        row.uuid("id"),
        row.uuid("course_id"),
        Activity.Kind.valueOf(row.text("kind")),
        row.text("reference"),
        row.text("title"));
  }
}
