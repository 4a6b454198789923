package org.badgebridge.passback.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;

/** What a learner sees of their own attendance: how often of how many, and what is open now. */
@ApplicationScoped
public class OwnAttendance {

  private final Sql sql;
  private final Clock clock;

  @Inject
  public OwnAttendance(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * One series.
   *
   * @param held how many meetings there were, the ones that are open included
   */
  public record Standing(String title, int attended, int held) {}

  /** A meeting that is open, and what is known of the learner there. */
  public record Open(Meeting meeting, String series, Presence presence) {

    /** Whether nothing is left to do. */
    public boolean attended() {
      return presence.attended(meeting.stay());
    }
  }

  /** Everything in one course. */
  public record View(List<Standing> standings, List<Open> open) {

    /** Where there is nothing. */
    public static final View NONE = new View(List.of(), List.of());
  }

  private record Line(Meeting meeting, String series, Presence presence, boolean attended) {

    static Line read(Row row) {
      return new Line(
          Meeting.read(row), row.text("series"), Presence.read(row), row.flag("attended_by"));
    }

    Standing standing() {
      return new Standing(series, attended ? 1 : 0, 1);
    }

    Open open() {
      return new Open(meeting, series, presence);
    }
  }

  /** Of one learner; one query. */
  public View of(UUID courseId, UUID learner) {
    List<Line> lines =
        sql.list(
            "select "
                + Meeting.COLUMNS
                + ", a.title as series, t.in_at, t.out_at, t.correction,"
                + " coalesce(t.attended, false) as attended_by from activity a"
                + " join meeting m on m.activity_id = a.id left join attendance t"
                + " on t.meeting_id = m.id and t.lms_user_id = ? where a.course_id = ?"
                + " and m.held_at is not null order by a.title, a.id, m.created_at, m.id",
            Line::read,
            learner,
            courseId);
    Instant now = clock.instant();
    Map<UUID, Standing> standings = new LinkedHashMap<>();
    lines.forEach(
        each -> standings.merge(each.meeting().seriesId(), each.standing(), OwnAttendance::sum));
    return new View(
        List.copyOf(standings.values()),
        lines.stream().filter(each -> each.meeting().isOpen(now)).map(Line::open).toList());
  }

  private static Standing sum(Standing one, Standing other) {
    return new Standing(one.title(), one.attended() + other.attended(), one.held() + other.held());
  }
}
