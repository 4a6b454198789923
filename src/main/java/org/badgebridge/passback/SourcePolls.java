package org.badgebridge.passback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** When each source looked at each activity, when it looks again, and why it holds back. */
@ApplicationScoped
public class SourcePolls {

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration NEWS = Duration.ofDays(30);
  private static final String SELECT =
      "select activity_id, source, last_at, last_ok_at, next_at, calm, failures, held_because"
          + " from source_poll where ";

  private final Sql sql;
  private final Clock clock;

  @Inject
  public SourcePolls(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * One source's looking at one activity.
   *
   * @param lastAt the last try, or null
   * @param lastOkAt the last success, or null
   * @param calm looks in a row without news
   * @param failures tries in a row that failed
   * @param held why a person must look, or null
   */
  public record Poll(
      UUID activityId,
      String source,
      @Nullable Instant lastAt,
      @Nullable Instant lastOkAt,
      Instant nextAt,
      int calm,
      int failures,
      Look.@Nullable Held held) {}

  /** A look that holds back, in the words of the course. */
  public record HeldPoll(
      UUID activityId,
      String activityTitle,
      UUID courseId,
      @Nullable String courseTitle,
      String source,
      Look.Held because,
      @Nullable Instant lastAt) {}

  /** How the sources look at one activity. */
  public List<Poll> of(UUID activityId) {
    return sql.list(SELECT + "activity_id = ? order by source", SourcePolls::read, activityId);
  }

  /** What waits for a person, for the operator page; what is gone only while that is news. */
  public List<HeldPoll> held() {
    return sql.list(
        "select p.activity_id, a.title as activity_title, a.course_id, c.title as course_title,"
            + " p.source, p.held_because, p.last_at from source_poll p"
            + " join activity a on a.id = p.activity_id join course c on c.id = a.course_id"
            + " where p.held_because is not null and (p.held_because <> 'GONE' or p.last_ok_at > ?)"
            + " order by p.last_at desc, p.activity_id limit 200",
        row ->
            new HeldPoll(
                row.uuid("activity_id"),
                row.text("activity_title"),
                row.uuid("course_id"),
                row.optionalText("course_title"),
                row.text("source"),
                Look.Held.valueOf(row.text("held_because")),
                row.optionalInstant("last_at")),
        clock.instant().minus(NEWS));
  }

  /**
   * Something happened at these activities: looks come soon, but no closer to the last one than the
   * source's spacing. Joins the transaction; writes nothing when a look is due anyway.
   */
  public void wake(Set<UUID> activities, List<EvidenceSource> sources) {
    if (activities.isEmpty()) {
      return;
    }
    Instant soon = clock.instant().plus(FIRST_PAUSE);
    // in one order, because all launches of an activity write these rows and wait for each other
    List<Poll> known =
        sql.list(
            SELECT
                + "activity_id in ("
                + Sql.marks(activities.size())
                + ") and failures = 0 order by activity_id, source",
            SourcePolls::read,
            activities.toArray());
    for (Poll poll : known) {
      sources.stream()
          .filter(source -> source.name().equals(poll.source()))
          .forEach(source -> wake(poll, source.spacing(), soon));
    }
  }

  private void wake(Poll poll, Duration spacing, Instant soon) {
    Instant spaced = poll.lastAt() == null ? soon : poll.lastAt().plus(spacing);
    Instant next = spaced.isAfter(soon) ? spaced : soon;
    if (next.isBefore(poll.nextAt())) {
      sql.update(
          "update source_poll set next_at = ?, calm = 0 where activity_id = ? and source = ?"
              + " and next_at > ? and failures = 0",
          next,
          poll.activityId(),
          poll.source(),
          next);
    }
  }

  Optional<Poll> find(UUID activityId, String source) {
    return sql.first(
        SELECT + "activity_id = ? and source = ?", SourcePolls::read, activityId, source);
  }

  void save(Poll poll) {
    sql.insertOnce(
        "insert into source_poll (activity_id, source, next_at, calm, failures)"
            + " values (?, ?, ?, 0, 0)",
        poll.activityId(),
        poll.source(),
        poll.nextAt());
    sql.update(
        "update source_poll set last_at = ?, last_ok_at = ?, next_at = ?, calm = ?, failures = ?,"
            + " held_because = ? where activity_id = ? and source = ?",
        poll.lastAt(),
        poll.lastOkAt(),
        poll.nextAt(),
        poll.calm(),
        poll.failures(),
        poll.held(),
        poll.activityId(),
        poll.source());
  }

  private static Poll read(Row row) {
    String held = row.optionalText("held_because");
    return new Poll(
        row.uuid("activity_id"),
        row.text("source"),
        row.optionalInstant("last_at"),
        row.optionalInstant("last_ok_at"),
        row.instant("next_at"),
        row.integer("calm"),
        row.integer("failures"),
        held == null ? null : Look.Held.valueOf(held));
  }
}
