package org.badgebridge.passback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** What rules read: the newest fact of each kind, by learner and activity. */
@ApplicationScoped
public class Evidence {

  private static final String SELECT =
      "select activity_id, lms_user_id, kind, score, maximum, occurred_at, source, passback_id, undone"
          + " from evidence where ";

  private static final String REPLACE =
      "update evidence set passback_id = ?, source = ?, score = ?, maximum = ?, occurred_at = ?,"
          + " undone = ? where activity_id = ? and lms_user_id = ? and kind = ?"
          + " and occurred_at < ?";
  private static final String INSERT =
      "insert into evidence (activity_id, lms_user_id, kind, passback_id, source, score, maximum,"
          + " occurred_at, undone) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

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

  /**
   * The newest facts of each kind as they stood before a moment, about these activities; what came
   * later is left out, whatever it says.
   *
   * @param lmsUserIds of whom; empty for everybody
   */
  public List<EvidenceItem> before(
      Instant moment, Collection<UUID> lmsUserIds, Collection<UUID> activityIds) {
    if (activityIds.isEmpty()) {
      return List.of();
    }
    List<Object> parameters = new ArrayList<>(activityIds);
    parameters.addAll(lmsUserIds);
    parameters.add(moment);
    return sql.list(
        "select activity_id, lms_user_id, kind, score, maximum, occurred_at, source, id as passback_id,"
            + " undone from (select p.*, row_number() over (partition by activity_id, lms_user_id, kind"
            + " order by occurred_at desc, received_at) as place from passback p where activity_id in ("
            + Sql.marks(activityIds.size())
            + ")"
            + (lmsUserIds.isEmpty()
                ? ""
                : " and lms_user_id in (" + Sql.marks(lmsUserIds.size()) + ")")
            + " and occurred_at < ?) x where place = 1",
        Evidence::read,
        parameters.toArray());
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

  /**
   * As {@link #renew}, for several facts with a few statements.
   *
   * @param facts by their passback, learner by learner
   * @return about which of them there may be newer evidence now
   */
  List<PassbackRecorded.About> renewAll(Map<UUID, Fact> facts) {
    Map<Key, Map.Entry<UUID, Fact>> newest = new LinkedHashMap<>();
    for (Map.Entry<UUID, Fact> each : facts.entrySet()) {
      newest.merge(
          Key.of(each.getValue()),
          each,
          (one, other) ->
              other.getValue().occurredAt().isAfter(one.getValue().occurredAt()) ? other : one);
    }
    Map<Key, Instant> known = known(newest.keySet());
    newest
        .entrySet()
        .removeIf(each -> isOlder(each.getValue().getValue(), known.get(each.getKey())));
    sql.insertAllOnce(
        INSERT,
        newest.entrySet().stream()
            .filter(each -> !known.containsKey(each.getKey()))
            .map(each -> inserted(each.getValue().getValue(), each.getValue().getKey()))
            .toList());
    Map<Key, Instant> there = known(newest.keySet()); // also what another writer put first
    sql.updateAll(
        REPLACE,
        newest.entrySet().stream()
            .filter(each -> !isOlder(each.getValue().getValue(), there.get(each.getKey())))
            .map(each -> replaced(each.getValue().getValue(), each.getValue().getKey()))
            .toList());
    return newest.keySet().stream()
        .map(key -> new PassbackRecorded.About(key.activityId(), key.lmsUserId()))
        .distinct()
        .toList();
  }

  private static boolean isOlder(Fact fact, @Nullable Instant known) {
    return known != null && !known.isBefore(fact.occurredAt());
  }

  private record Key(UUID activityId, UUID lmsUserId, Fact.Kind kind) {

    static Key of(Fact fact) {
      return new Key(fact.activityId(), fact.lmsUserId(), fact.kind());
    }
  }

  private Map<Key, Instant> known(Set<Key> keys) {
    Map<Key, Instant> known = new HashMap<>();
    if (keys.isEmpty()) {
      return known;
    }
    Set<UUID> activities = keys.stream().map(Key::activityId).collect(Collectors.toSet());
    Set<UUID> users = keys.stream().map(Key::lmsUserId).collect(Collectors.toSet());
    of(users, activities)
        .forEach(
            item ->
                known.put(
                    new Key(item.activityId(), item.lmsUserId(), item.kind()), item.occurredAt()));
    return known;
  }

  private boolean replace(Fact fact, UUID passbackId) {
    return 1 == sql.update(REPLACE, replaced(fact, passbackId));
  }

  private boolean insert(Fact fact, UUID passbackId) {
    return sql.insertOnce(INSERT, inserted(fact, passbackId));
  }

  private static @Nullable Object[] replaced(Fact fact, UUID passbackId) {
    return new @Nullable Object[] {
      passbackId,
      fact.source(),
      fact.score(),
      fact.maximum(),
      fact.occurredAt(),
      fact.undone(),
      fact.activityId(),
      fact.lmsUserId(),
      fact.kind(),
      fact.occurredAt()
    };
  }

  private static @Nullable Object[] inserted(Fact fact, UUID passbackId) {
    return new @Nullable Object[] {
      fact.activityId(),
      fact.lmsUserId(),
      fact.kind(),
      passbackId,
      fact.source(),
      fact.score(),
      fact.maximum(),
      fact.occurredAt(),
      fact.undone()
    };
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
