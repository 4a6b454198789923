package org.badgebridge.passback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** What rules read: the newest fact of each kind, by learner and activity. */
@ApplicationScoped
public class Evidence {

  private static final String SELECT =
      "select activity_id, lms_user_id, kind, score, maximum, occurred_at, source, passback_id, undone"
          + " from evidence where ";

  private final Sql sql;

  @Inject
  public Evidence(Sql sql) {
    this.sql = sql;
  }

  /** What is known of one learner about these activities. */
  public List<EvidenceItem> of(UUID lmsUserId, Collection<UUID> activityIds) {
    return of(List.of(lmsUserId), activityIds);
  }

  /** What is known of some learners about these activities. */
  public List<EvidenceItem> of(Collection<UUID> lmsUserIds, Collection<UUID> activityIds) {
    if (activityIds.isEmpty() || lmsUserIds.isEmpty()) {
      return List.of();
    }
    List<Object> parameters = new ArrayList<>(activityIds);
    parameters.addAll(lmsUserIds);
    return sql.list(
        SELECT
            + "activity_id in ("
            + Sql.marks(activityIds.size())
            + ") and lms_user_id in ("
            + Sql.marks(lmsUserIds.size())
            + ")",
        Evidence::read,
        parameters.toArray());
  }

  /** What is known of everybody about these activities. */
  public List<EvidenceItem> of(Collection<UUID> activityIds) {
    return activityIds.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "activity_id in (" + Sql.marks(activityIds.size()) + ")",
            Evidence::read,
            activityIds.toArray());
  }

  /** What is known of everybody about one activity, of one kind. */
  public List<EvidenceItem> of(UUID activityId, Fact.Kind kind) {
    return sql.list(SELECT + "activity_id = ? and kind = ?", Evidence::read, activityId, kind);
  }

  /** The newest fact of one kind. */
  public Optional<EvidenceItem> newest(UUID activityId, UUID lmsUserId, Fact.Kind kind) {
    return sql.first(
        SELECT + "activity_id = ? and lms_user_id = ? and kind = ?",
        Evidence::read,
        activityId,
        lmsUserId,
        kind);
  }

  /**
   * Makes a fact the newest of its kind, unless a newer one is known.
   *
   * @return whether it became the newest
   */
  boolean renew(Fact fact, UUID passbackId) {
    return replace(fact, passbackId)
        || insert(fact, passbackId)
        || replace(fact, passbackId); // another writer was first; its fact may be older
  }

  private boolean replace(Fact fact, UUID passbackId) {
    return 1
        == sql.update(
            "update evidence set passback_id = ?, source = ?, score = ?, maximum = ?,"
                + " occurred_at = ?, undone = ? where activity_id = ? and lms_user_id = ? and kind = ?"
                + " and occurred_at < ?",
            passbackId,
            fact.source(),
            fact.score(),
            fact.maximum(),
            fact.occurredAt(),
            fact.undone(),
            fact.activityId(),
            fact.lmsUserId(),
            fact.kind(),
            fact.occurredAt());
  }

  private boolean insert(Fact fact, UUID passbackId) {
    return sql.insertOnce(
        "insert into evidence (activity_id, lms_user_id, kind, passback_id, source, score, maximum,"
            + " occurred_at, undone) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        fact.activityId(),
        fact.lmsUserId(),
        fact.kind(),
        passbackId,
        fact.source(),
        fact.score(),
        fact.maximum(),
        fact.occurredAt(),
        fact.undone());
  }

  private static EvidenceItem read(Row row) {
    @Nullable Double score = row.optionalDouble("score");
    return new EvidenceItem(
        row.uuid("activity_id"),
        row.uuid("lms_user_id"),
        Fact.Kind.valueOf(row.text("kind")),
        score,
        row.optionalDouble("maximum"),
        row.instant("occurred_at"),
        row.text("source"),
        row.uuid("passback_id"),
        row.flag("undone"));
  }
}
