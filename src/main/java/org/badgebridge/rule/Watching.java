package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.WatchedActivities;

/** Tells the sources which activities a rule reads whose attachment is on or being tried out. */
@ApplicationScoped
class Watching implements WatchedActivities {

  private static final String WATCHED =
      "select x.activity_id, max(case when a.restriction_confirmed then 1 else 0 end) as confirmed,"
          + " max(case when x.asks_completion then 1 else 0 end) as completion,"
          + " max(case when x.asks_score then 1 else 0 end) as score"
          + " from rule_activity x join award_rule r on r.id = x.rule_id"
          + " join attachment a on a.id = r.attachment_id and a.state in ('ON', 'DRAFT')";

  private final Sql sql;

  @Inject
  Watching(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Watched> due(Instant now, int limit) {
    return sql.list(
        WATCHED
            + " left join source_poll s on s.activity_id = x.activity_id"
            + " group by x.activity_id"
            + " having min(s.next_at) is null or min(s.next_at) <= ?"
            + " order by min(s.next_at) nulls first, x.activity_id limit "
            + limit,
        Watching::read,
        now);
  }

  @Override
  public List<Watched> ofCourse(UUID courseId) {
    return sql.list(
        WATCHED + " where a.course_id = ? group by x.activity_id order by x.activity_id",
        Watching::read,
        courseId);
  }

  @Override
  public Optional<Watched> find(UUID activityId) {
    return sql.first(
        WATCHED + " where x.activity_id = ? group by x.activity_id", Watching::read, activityId);
  }

  private static Watched read(Row row) {
    return new Watched(
        row.uuid("activity_id"),
        row.integer("confirmed") == 1,
        row.integer("completion") == 1,
        row.integer("score") == 1);
  }
}
