package org.badgebridge.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Which courses that we know a course was copied from, as the platform says ({@code
 * $Context.id.history}, LTI Core 1.3 appendix C: several ids, the last copy first). Only courses of
 * the same platform and institution: elsewhere the same id names another course.
 */
@ApplicationScoped
public class CourseOrigins {

  /** So many are looked at; a course that was copied every year has a long history. */
  private static final int MOST = 20;

  private final Sql sql;

  @Inject
  public CourseOrigins(Sql sql) {
    this.sql = sql;
  }

  /** The ids of a history; a platform that does not know the variable sends its name. */
  public static List<String> ids(@Nullable String history) {
    if (history == null) {
      return List.of();
    }
    return Arrays.stream(history.split(",", -1))
        .map(String::strip)
        .filter(id -> !id.isEmpty() && !id.startsWith("$"))
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** The origins, the last copy first. */
  public List<Course> of(Course course) {
    return named(course.deploymentId(), ids(course.history())).stream()
        .filter(each -> !each.id().equals(course.id()))
        .toList();
  }

  /** The courses that we know among these ids of a deployment's platform, in their order. */
  List<Course> named(UUID deploymentId, List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Object> parameters = new ArrayList<>(ids);
    parameters.add(0, deploymentId);
    return sql
        .list(
            "select "
                + Courses.COLUMNS
                + " from deployment od join platform p on p.id = od.platform_id"
                + " join deployment d on d.platform_id = od.platform_id"
                + " and coalesce(d.institution_id, p.institution_id) ="
                + " coalesce(od.institution_id, p.institution_id)"
                + " join course c on c.deployment_id = d.id"
                + " where od.id = ? and c.context_id in ("
                + Sql.marks(ids.size())
                + ") order by c.created_at desc, c.id",
            Courses::read,
            parameters.toArray())
        .stream()
        .sorted(Comparator.comparingInt(each -> ids.indexOf(each.contextId())))
        .toList();
  }
}
