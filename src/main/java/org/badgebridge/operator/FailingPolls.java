package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.SourcePolls;
import org.badgebridge.passback.SourcePolls.HeldPoll;
import org.badgebridge.passback.Watches;
import org.jspecify.annotations.Nullable;

/**
 * Activities that rules ask about and that we learn nothing from: a source holds back, or the
 * platform has not answered for a while. Awards there wait, none is lost. An activity that no rule
 * asks about any more is nobody's trouble, whatever its last look said.
 */
@ApplicationScoped
public class FailingPolls {

  /** One failed look is weather. */
  private static final int WORTH_TELLING = 3;

  private static final int MOST = 100;

  private final Sql sql;
  private final SourcePolls polls;
  private final Watches watches;

  @Inject
  public FailingPolls(Sql sql, SourcePolls polls, Watches watches) {
    this.sql = sql;
    this.polls = polls;
    this.watches = watches;
  }

  /**
   * One activity that cannot be looked at now.
   *
   * @param times tries in a row that failed
   * @param lastOkAt the last success, or null
   */
  public record FailingPoll(
      UUID activityId,
      String activity,
      @Nullable String course,
      String source,
      int times,
      @Nullable Instant lastOkAt,
      Instant nextAt) {}

  /** Looks that wait for a person. */
  List<HeldPoll> held() {
    return polls.held().stream().filter(each -> watched(each.activityId())).toList();
  }

  /** Looks that fail and are tried again. */
  List<FailingPoll> list() {
    return failing().stream().filter(each -> watched(each.activityId())).toList();
  }

  private boolean watched(UUID activityId) {
    return watches.find(activityId).isPresent();
  }

  private List<FailingPoll> failing() {
    return sql.list(
        """
        select p.activity_id, a.title as activity, coalesce(c.title, c.label) as course, p.source, p.failures,
          p.last_ok_at, p.next_at
        from source_poll p
          join activity a on a.id = p.activity_id
          join course c on c.id = a.course_id
        where p.failures >= ?
        order by p.failures desc, p.activity_id, p.source limit ?
        """,
        row ->
            new FailingPoll(
                row.uuid("activity_id"),
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
