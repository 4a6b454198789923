package org.badgebridge.passback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Facts that are made here, by checking in or by staff, rather than sent by others. What is said
 * again in the same words is no new fact; what is said anew is always later than what was said
 * before, so that it wins, upwards and downwards, also when two people press at the same moment.
 *
 * <p>Everything here joins the caller's transaction and needs one.
 */
@ApplicationScoped
public class OwnFacts {

  private final Sql sql;
  private final RecordPassback recordPassback;
  private final Clock clock;

  @Inject
  public OwnFacts(Sql sql, RecordPassback recordPassback, Clock clock) {
    this.sql = sql;
    this.recordPassback = recordPassback;
    this.clock = clock;
  }

  /** Whom a fact is about, and of which kind it is. */
  public record About(UUID institutionId, UUID activityId, UUID lmsUserId, Fact.Kind kind) {}

  /**
   * What a fact says; the numbers as in {@link Fact}.
   *
   * @param undone that it was so before, and is so no longer
   */
  public record Said(@Nullable Double score, @Nullable Double maximum, boolean undone) {}

  /** The last word about one learner. */
  public record Word(UUID lmsUserId, Fact.Kind kind, Said said, Instant at) {}

  /**
   * Lets nobody else say anything of this until the transaction ends. Call it before reading what
   * the fact is counted from; several learners in the order of their ids.
   */
  public void hold(About about) {
    sql.insertOnce(
        "insert into own_fact (activity_id, lms_user_id, kind, number, undone, said_at)"
            + " values (?, ?, ?, 0, true, ?)",
        about.activityId(),
        about.lmsUserId(),
        about.kind(),
        Instant.EPOCH);
    last(about);
  }

  /**
   * Says it, if it is not what was said last.
   *
   * @param source which says it, e.g. {@code attendance}
   * @return whether it is new
   */
  public boolean say(About about, String source, Said said) {
    hold(about);
    Last last = last(about);
    if (last.said().equals(said) || (last.number() == 0 && said.undone())) {
      return false;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant at = now.isAfter(last.at()) ? now : last.at().plus(1, ChronoUnit.MICROS);
    long number = last.number() + 1;
    sql.update(
        "update own_fact set number = ?, score = ?, maximum = ?, undone = ?, said_at = ?"
            + " where activity_id = ? and lms_user_id = ? and kind = ?",
        number,
        said.score(),
        said.maximum(),
        said.undone(),
        at,
        about.activityId(),
        about.lmsUserId(),
        about.kind());
    return recordPassback.record(
        new Fact(
            about.institutionId(),
            source,
            about.activityId() + "/" + about.lmsUserId() + "/" + about.kind() + "/" + number,
            about.activityId(),
            about.lmsUserId(),
            about.kind(),
            said.score(),
            said.maximum(),
            at,
            said.undone()));
  }

  /** What holds of some learners now; what was taken back is left out. */
  public List<Word> holding(UUID activityId, Collection<UUID> learners) {
    if (learners.isEmpty()) {
      return List.of();
    }
    List<Object> parameters = new ArrayList<>(List.of(activityId));
    parameters.addAll(learners);
    return sql.list(
        "select lms_user_id, kind, score, maximum, undone, said_at from own_fact where activity_id"
            + " = ? and undone = false and lms_user_id in ("
            + Sql.marks(learners.size())
            + ") order by lms_user_id, kind",
        row ->
            new Word(
                row.uuid("lms_user_id"),
                Fact.Kind.valueOf(row.text("kind")),
                said(row),
                row.instant("said_at")),
        parameters.toArray());
  }

  private record Last(long number, Said said, Instant at) {}

  private Last last(About about) {
    return sql.first(
            "select number, score, maximum, undone, said_at from own_fact where activity_id = ?"
                + " and lms_user_id = ? and kind = ? for update",
            row -> new Last(row.count("number"), said(row), row.instant("said_at")),
            about.activityId(),
            about.lmsUserId(),
            about.kind())
        .orElseThrow(() -> new IllegalStateException(Objects.toString(about)));
  }

  private static Said said(Row row) {
    return new Said(row.optionalDouble("score"), row.optionalDouble("maximum"), row.flag("undone"));
  }
}
