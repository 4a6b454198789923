package org.badgebridge.passback.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.Fact;
import org.jspecify.annotations.Nullable;

/** What was received and what became of it. */
@ApplicationScoped
public class Reports {

  /** Facts stay in the inbox; their reports only so long, for those who look after a connector. */
  private static final Duration TAKEN_FOR = Duration.ofDays(30);

  private static final Duration OTHERS_FOR = Duration.ofDays(90);
  private static final Duration FAILED_FOR = Duration.ofDays(7);
  private static final int PURGED_AT_ONCE = 5000;

  private static final String COLUMNS =
      "id, connector_id, dedupe_key, course_id, course_reference, activity_kind,"
          + " activity_reference, activity_title, learner_reference, kind, score, maximum, undone,"
          + " occurred_at, received_at, state";

  private static final String NEW_COURSES =
      "select c.context_id from course c where c.created_at > ?"
          + " union select a.alias from course_alias a where a.created_at > ?";
  private static final String NEW_MEMBERS =
      "select u.sub from membership m join lms_user u on u.id = m.lms_user_id where m.seen_at > ?"
          + " union select a.alias from lms_user_alias a where a.created_at > ?";

  private final Sql sql;

  @Inject
  public Reports(Sql sql) {
    this.sql = sql;
  }

  /** What became of a report. */
  public enum State {
    /** It is not sorted out yet. */
    WAITING,
    /** It is in the inbox. */
    TAKEN,
    /** No course of the institution goes by that name yet. */
    NO_COURSE,
    /** Nobody in the course goes by that name yet. */
    NO_LEARNER,
    /** Whom it is about teaches in the course. */
    NOT_LEARNER,
    /** Something went wrong here; it is tried again. */
    FAILED
  }

  /** A report that is to be sorted out. */
  public record Waiting(long id, UUID connectorId, Report report) {}

  /**
   * A report as those see it who look after its connector.
   *
   * @param course what to call its course; null if it names none
   */
  public record Seen(Report report, @Nullable String course, Instant receivedAt, State state) {}

  /** The oldest that wait. */
  List<Waiting> waiting(int limit) {
    return sql.list(
        "select " + COLUMNS + " from report where state = 'WAITING' order by id limit " + limit,
        row -> new Waiting(row.count("id"), row.uuid("connector_id"), read(row)));
  }

  /** The latest of a connector, newest first. */
  public List<Seen> latest(UUID connectorId, int limit) {
    return sql.list(
        "select "
            + COLUMNS
            + ", (select coalesce(c.title, c.label, c.context_id) from course c"
            + " where c.id = report.course_id) as course_name"
            + " from report where connector_id = ? order by id desc limit "
            + limit,
        row ->
            new Seen(
                read(row),
                row.optionalText(
                    row.optionalUuid("course_id") == null ? "course_reference" : "course_name"),
                row.instant("received_at"),
                State.valueOf(row.text("state"))),
        connectorId);
  }

  /** How many of a connector's reports are in each state; states without any are missing. */
  public Map<State, Long> counts(UUID connectorId) {
    Map<State, Long> counts = new EnumMap<>(State.class);
    sql.list(
            "select state, count(*) as number from report where connector_id = ? group by state",
            row -> Map.entry(State.valueOf(row.text("state")), row.count("number")),
            connectorId)
        .forEach(each -> counts.put(each.getKey(), each.getValue()));
    return counts;
  }

  /** Says what became of some. */
  void settle(Collection<Long> ids, State state) {
    if (!ids.isEmpty()) {
      List<Object> parameters = new ArrayList<>(ids);
      parameters.add(0, state);
      sql.update(
          "update report set state = ? where id in (" + Sql.marks(ids.size()) + ")",
          parameters.toArray());
    }
  }

  /**
   * Lets those wait again whose course or learner has become known, and those that failed.
   *
   * @param since when this was done last
   */
  void revive(Instant since, Instant now) {
    sql.update(
        "update report set state = 'WAITING' where state = 'NO_COURSE' and course_reference in ("
            + NEW_COURSES
            + ")",
        since,
        since);
    sql.update(
        "update report set state = 'WAITING' where state = 'NO_LEARNER' and learner_reference in ("
            + NEW_MEMBERS
            + ")",
        since,
        since);
    sql.update(
        "update report set state = 'WAITING' where state = 'FAILED' and received_at > ?",
        now.minus(FAILED_FOR));
  }

  /** Forgets old ones. */
  void purge(Instant now) {
    String old =
        "delete from report where id in (select id from report where (state = 'TAKEN' and"
            + " received_at < ?) or (state not in ('TAKEN', 'WAITING') and received_at < ?) limit "
            + PURGED_AT_ONCE
            + ")";
    int gone = PURGED_AT_ONCE;
    while (gone == PURGED_AT_ONCE) {
      gone = sql.update(old, now.minus(TAKEN_FOR), now.minus(OTHERS_FOR));
    }
  }

  private static Report read(Row row) {
    return new Report(
        row.text("dedupe_key"),
        new Report.Where(row.optionalUuid("course_id"), row.optionalText("course_reference")),
        new Report.What(
            Activity.Kind.valueOf(row.text("activity_kind")),
            row.text("activity_reference"),
            row.text("activity_title")),
        row.text("learner_reference"),
        Fact.Kind.valueOf(row.text("kind")),
        row.optionalDouble("score"),
        row.optionalDouble("maximum"),
        row.instant("occurred_at"),
        row.flag("undone"));
  }
}
