package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** Activities whose platform has not answered us for a while; awards there wait, none is lost. */
@ApplicationScoped
public class FailingPolls {

  /** One failed look is weather. */
  private static final int WORTH_TELLING = 3;

  private static final int MOST = 100;

  private final Sql sql;

  @Inject
  public FailingPolls(Sql sql) {
    this.sql = sql;
  }

  /**
   * One activity that cannot be looked at now.
   *
   * @param times tries in a row that failed
   * @param lastOkAt the last success, or null
   */
  public record FailingPoll(
      String activity,
      @Nullable String course,
      String source,
      int times,
      @Nullable Instant lastOkAt,
      Instant nextAt) {}

  List<FailingPoll> list() {
    return sql.list(
        """
        select a.title as activity, coalesce(c.title, c.label) as course, p.source, p.failures,
          p.last_ok_at, p.next_at
        from source_poll p
          join activity a on a.id = p.activity_id
          join course c on c.id = a.course_id
        where p.failures >= ?
        order by p.failures desc, p.activity_id, p.source limit ?
        """,
        row ->
            new FailingPoll(
                row.text("activity"),
                row.optionalText("course"),
                row.text("source"),
                row.integer("failures"),
                row.optionalInstant("last_ok_at"),
                row.instant("next_at")),
        WORTH_TELLING,
        MOST);
  }
}
