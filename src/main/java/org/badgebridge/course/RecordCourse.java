package org.badgebridge.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what a launch says of its course and placement. On the path of every launch: one query
 * when nothing changed, and writes only when something did. What a platform withholds this time
 * keeps its value; only a coupled line item may disappear, because a link can lose it (AGS 2.0
 * §3.1).
 */
@ApplicationScoped
public class RecordCourse {

  private static final int TEXT = 500;
  private static final int LABEL = 255;

  private final Sql sql;
  private final Clock clock;

  @Inject
  public RecordCourse(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Records a launch; safe when several first launches of a course come at the same moment. */
  @Transactional
  public CourseVisit record(CourseSeen seen) {
    CourseVisit known = find(seen);
    if (known == null) {
      insert(seen);
      known = Objects.requireNonNull(find(seen));
    }
    Course course = describe(known.course(), seen);
    return new CourseVisit(course, link(course, known.link(), seen.link()));
  }

  private @Nullable CourseVisit find(CourseSeen seen) {
    String linkId = seen.link() == null ? null : seen.link().linkId();
    return sql.first(
            "select "
                + Courses.COLUMNS
                + ", "
                + ResourceLinks.COLUMNS
                + " from course c left join resource_link l on l.course_id = c.id and l.link_id = ?"
                + " where c.deployment_id = ? and c.context_id = ?",
            RecordCourse::visit,
            linkId,
            seen.deploymentId(),
            seen.contextId())
        .orElse(null);
  }

  private static CourseVisit visit(Row row) {
    boolean hasLink = row.optionalUuid("l_id") != null;
    return new CourseVisit(Courses.read(row), hasLink ? ResourceLinks.read(row) : null);
  }

  private void insert(CourseSeen seen) {
    sql.insertOnce(
        "insert into course (id, deployment_id, context_id, created_at, version)"
            + " values (?, ?, ?, ?, 1)",
        UUID.randomUUID(),
        seen.deploymentId(),
        seen.contextId(),
        clock.instant());
  }

  private Course describe(Course old, CourseSeen seen) {
    Course now =
        new Course(
            old.id(),
            old.deploymentId(),
            old.contextId(),
            either(cut(seen.title(), TEXT), old.title()),
            either(cut(seen.label(), LABEL), old.label()),
            either(seen.history(), old.history()),
            either(seen.membershipsUrl(), old.membershipsUrl()),
            either(seen.lineitemsUrl(), old.lineitemsUrl()),
            seen.lineitemsUrl() == null && seen.agsScopes().isEmpty()
                ? old.agsScopes()
                : seen.agsScopes(),
            old.rosterAt());
    if (!now.equals(old)) {
      sql.update(
          "update course set title = ?, label = ?, history = ?, memberships_url = ?,"
              + " lineitems_url = ?, ags_scopes = ?, version = version + 1 where id = ?",
          now.title(),
          now.label(),
          now.history(),
          now.membershipsUrl(),
          now.lineitemsUrl(),
          joined(now.agsScopes()),
          now.id());
    }
    return now;
  }

  private @Nullable ResourceLink link(
      Course course, @Nullable ResourceLink old, CourseSeen.@Nullable LinkSeen seen) {
    if (seen == null) {
      return null;
    }
    if (old == null) {
      old = insert(course, seen);
    }
    ResourceLink now =
        new ResourceLink(
            old.id(),
            old.courseId(),
            old.linkId(),
            either(cut(seen.title(), TEXT), old.title()),
            seen.lineitemUrl(),
            old.attachmentId());
    if (!now.equals(old)) {
      sql.update(
          "update resource_link set title = ?, lineitem_url = ?, version = version + 1 where id = ?",
          now.title(),
          now.lineitemUrl(),
          now.id());
    }
    return now;
  }

  private ResourceLink insert(Course course, CourseSeen.LinkSeen seen) {
    sql.insertOnce(
        "insert into resource_link (id, course_id, link_id, title, lineitem_url, created_at,"
            + " version) values (?, ?, ?, ?, ?, ?, 1)",
        UUID.randomUUID(),
        course.id(),
        seen.linkId(),
        cut(seen.title(), TEXT),
        seen.lineitemUrl(),
        clock.instant());
    return sql.first(
            "select "
                + ResourceLinks.COLUMNS
                + " from resource_link l where l.course_id = ? and l.link_id = ?",
            ResourceLinks::read,
            course.id(),
            seen.linkId())
        .orElseThrow();
  }

  private static @Nullable String either(@Nullable String first, @Nullable String second) {
    return first == null || first.isBlank() ? second : first;
  }

  private static @Nullable String cut(@Nullable String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }

  private static String joined(Set<String> scopes) {
    return String.join(" ", new TreeSet<>(scopes));
  }
}
