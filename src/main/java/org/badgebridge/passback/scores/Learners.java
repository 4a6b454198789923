package org.badgebridge.passback.scores;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.connector.Connector;

/** Whom a sender's user ids name, and what they are in a course. */
@ApplicationScoped
class Learners {

  private static final String SELECT =
      "select m.role, m.ever_lecturer from lms_user u left join membership m"
          + " on m.lms_user_id = u.id and m.course_id = ? where u.platform_id = ? and ";

  private final Sql sql;

  @Inject
  Learners(Sql sql) {
    this.sql = sql;
  }

  /** What somebody is. */
  enum Standing {
    /** A learner of the course. */
    LEARNS,
    /** Teaches or taught in it. */
    TEACHES,
    /** A user of the platform who is not on the roster of the course yet. */
    ELSEWHERE,
    /** Nobody that we know. */
    UNKNOWN
  }

  /** By the platform's own id of the user, or another name that it uses. */
  Standing of(Connector connector, UUID courseId, String user) {
    return sql.first(SELECT + "u.sub = ?", Learners::read, courseId, connector.platformId(), user)
        .or(
            () ->
                sql.first(
                    SELECT
                        + "u.id in (select a.lms_user_id from lms_user_alias a where a.alias = ?)",
                    Learners::read,
                    courseId,
                    connector.platformId(),
                    user))
        .orElse(Standing.UNKNOWN);
  }

  private static Standing read(Row row) {
    String role = row.optionalText("role");
    if (role == null) {
      return Standing.ELSEWHERE;
    }
    return "LEARNER".equals(role) && !row.flag("ever_lecturer")
        ? Standing.LEARNS
        : Standing.TEACHES;
  }
}
