package org.badgebridge.passback.builtin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.badgebridge.course.Course;
import org.badgebridge.course.Courses;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.SearchWords;
import org.jspecify.annotations.Nullable;

/** The courses of one institution at one platform, the newest first. */
@ApplicationScoped
class PlatformCourses {

  private static final int PAGE = 20;
  private static final int MOST_WORDS = 5;
  private static final String FROM =
      " from course c join deployment d on d.id = c.deployment_id join platform p"
          + " on p.id = d.platform_id where d.platform_id = ?"
          + " and coalesce(d.institution_id, p.institution_id) = ?";
  private static final String SAYS =
      " and lower(coalesce(c.title, '') || ' ' || coalesce(c.label, '') || ' ' || c.context_id)"
          + " like ?";
  private static final String BEYOND =
      " and (c.created_at < (select k.created_at from course k where k.id = ?) or (c.created_at ="
          + " (select k.created_at from course k where k.id = ?) and c.id > ?))";

  private final Sql sql;
  private final Courses courses;

  @Inject
  PlatformCourses(Sql sql, Courses courses) {
    this.sql = sql;
    this.courses = courses;
  }

  /** One page of them. */
  CourseSlice page(UUID platformId, UUID institutionId, String words, @Nullable UUID after) {
    List<@Nullable Object> parameters = new ArrayList<>(List.of(platformId, institutionId));
    StringBuilder condition = new StringBuilder();
    // letters and digits only, so nothing in them means something to LIKE
    for (String word : SearchWords.of(words, MOST_WORDS)) {
      condition.append(SAYS);
      parameters.add("%" + word + "%");
    }
    if (after != null) {
      condition.append(BEYOND);
      parameters.addAll(List.of(after, after, after));
    }
    List<CourseSlice.Entry> found =
        sql.list(
            "select c.id, c.title, c.label, c.context_id"
                + FROM
                + condition
                + " order by c.created_at desc, c.id fetch first "
                + (PAGE + 1)
                + " rows only",
            PlatformCourses::read,
            parameters.toArray());
    return found.size() <= PAGE
        ? new CourseSlice(found, null)
        : new CourseSlice(found.subList(0, PAGE), found.get(PAGE - 1).id());
  }

  /**
   * One of them.
   *
   * @throws ProblemException NOT_FOUND if it is no course of the institution there
   */
  Course get(UUID platformId, UUID institutionId, UUID courseId) {
    return courses
        .find(courseId)
        .filter(course -> courses.platformOf(courseId).equals(platformId))
        .filter(course -> courses.institutionOf(courseId).equals(institutionId))
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  private static CourseSlice.Entry read(Row row) {
    String title = row.optionalText("title");
    String label = row.optionalText("label");
    String id = row.text("context_id");
    String code = label == null ? id : label;
    return title == null || title.isBlank()
        ? new CourseSlice.Entry(row.uuid("id"), code, id)
        : new CourseSlice.Entry(row.uuid("id"), title, code);
  }
}
