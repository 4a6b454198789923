package org.badgebridge.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.badgebridge.database.Sql;
import org.badgebridge.platform.PlatformDirectory;
import org.badgebridge.platform.Product;
import org.jspecify.annotations.Nullable;

/**
 * What else a platform calls its courses and people than in LTI. Canvas tells its own numbers as
 * custom parameters of a launch; events of Canvas name everybody by these.
 *
 * <p>Believed of a Canvas only, whose tool parameters win over those that a lecturer sets. Joins
 * the caller's transaction; one query when nothing changed, and none for other platforms.
 */
@ApplicationScoped
public class OtherNames {

  private static final String CANVAS = "canvas:";
  private static final String USER = "canvas_user_id"; // as in our configuration for Canvas
  private static final String COURSE = "canvas_course_id";
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

  private final Sql sql;
  private final Predicate<UUID> isCanvas;
  private final Clock clock;

  @Inject
  public OtherNames(Sql sql, PlatformDirectory platforms, Clock clock) {
    this(
        sql,
        id -> platforms.find(id).filter(each -> each.product() == Product.CANVAS).isPresent(),
        clock);
  }

  OtherNames(Sql sql, Predicate<UUID> isCanvas, Clock clock) {
    this.sql = sql;
    this.isCanvas = isCanvas;
    this.clock = clock;
  }

  /** The name under which Canvas' number of a user or a course is kept. */
  public static String canvas(String number) {
    return CANVAS + number;
  }

  /**
   * Takes over what a launch says.
   *
   * @param custom its custom parameters
   */
  public void saw(UUID platformId, UUID courseId, UUID lmsUserId, Map<String, String> custom) {
    String user = number(custom.get(USER));
    String course = number(custom.get(COURSE));
    if ((user == null && course == null) || !isCanvas.test(platformId)) {
      return;
    }
    Map<String, String> known =
        sql
            .list(
                "select 'user' as what, alias from lms_user_alias where lms_user_id = ? and alias"
                    + " like 'canvas:%' union all select 'course' as what, alias from course_alias"
                    + " where course_id = ? and alias like 'canvas:%'",
                row -> Map.entry(row.text("what"), row.text("alias")), lmsUserId, courseId)
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    if (user != null && !user.equals(known.get("user"))) {
      replace("lms_user_alias", "lms_user_id", lmsUserId, user);
    }
    if (course != null && !course.equals(known.get("course"))) {
      replace("course_alias", "course_id", courseId, course);
    }
  }

  private void replace(String table, String column, UUID id, String alias) {
    sql.update("delete from " + table + " where " + column + " = ? and alias like 'canvas:%'", id);
    sql.insertOnce(
        "insert into " + table + " (" + column + ", alias, created_at) values (?, ?, ?)",
        id,
        alias,
        clock.instant());
  }

  private static @Nullable String number(@Nullable String told) {
    return told != null && NUMBER.matcher(told).matches() ? canvas(told) : null;
  }
}
