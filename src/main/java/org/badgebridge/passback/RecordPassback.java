package org.badgebridge.passback;

import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Takes a fact into the inbox. A report that came before changes nothing; a fact older than the
 * newest of its kind is kept and never wins. Joins the transaction, and tells the rules in it, so
 * that evidence and what follows from it stand or fall together.
 */
@ApplicationScoped
public class RecordPassback {

  private static final System.Logger LOG = System.getLogger(RecordPassback.class.getName());

  private static final String INSERT =
      "insert into passback (id, institution_id, source, dedupe_key, activity_id, lms_user_id,"
          + " kind, score, maximum, occurred_at, received_at, undone)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String KNOWN =
      "select p.dedupe_key from "
          + Sql.NAMES
          + " join passback p on p.dedupe_key = k.name and p.institution_id = ? and p.source = ?";

  private static final Comparator<Fact> BY_LEARNER =
      Comparator.comparing(Fact::lmsUserId).thenComparing(Fact::activityId);

  private final Sql sql;
  private final Evidence evidence;
  private final Clock clock;
  private final Event<PassbackRecorded> recorded;

  @Inject
  public RecordPassback(Sql sql, Evidence evidence, Clock clock, Event<PassbackRecorded> recorded) {
    this.sql = sql;
    this.evidence = evidence;
    this.clock = clock;
    this.recorded = recorded;
  }

  /**
   * Records one fact.
   *
   * @return whether this report is new to the inbox
   */
  @Transactional
  public boolean record(Fact fact) {
    UUID id = UUID.randomUUID();
    boolean isNew = sql.insertOnce(INSERT, row(id, fact));
    if (isNew && evidence.renew(fact, id)) {
      LOG.log(
          INFO,
          "evidence activity={0} kind={1} source={2}",
          fact.activityId(),
          fact.kind(),
          fact.source());
      recorded.fire(new PassbackRecorded(fact.activityId(), fact.lmsUserId()));
    }
    return isNew;
  }

  /**
   * Records several facts; all or none, with a few statements however many they are. Learner by
   * learner in one order everywhere, so that writers wait for each other and never in a ring.
   *
   * @return how many are new to the inbox
   */
  @Transactional
  public int recordAll(List<Fact> facts) {
    Map<Key, Fact> fresh = new LinkedHashMap<>();
    facts.stream().sorted(BY_LEARNER).forEach(fact -> fresh.putIfAbsent(Key.of(fact), fact));
    fresh.keySet().removeAll(known(fresh.values()));
    if (fresh.isEmpty()) {
      return 0;
    }
    Map<UUID, Fact> byId = new LinkedHashMap<>();
    fresh.values().forEach(fact -> byId.put(UUID.randomUUID(), fact));
    sql.insertAllOnce(
        INSERT, byId.entrySet().stream().map(each -> row(each.getKey(), each.getValue())).toList());
    byId.keySet().retainAll(present(byId.keySet())); // another writer may have been first
    List<PassbackRecorded.About> newest = evidence.renewAll(byId);
    LOG.log(INFO, "evidence facts={0} newest={1}", byId.size(), newest.size());
    if (!newest.isEmpty()) {
      recorded.fire(new PassbackRecorded(newest));
    }
    return byId.size();
  }

  /** What names a report. */
  private record Key(UUID institutionId, String source, String dedupeKey) {

    static Key of(Fact fact) {
      return new Key(fact.institutionId(), fact.source(), fact.dedupeKey());
    }
  }

  private Set<Key> known(Collection<Fact> facts) {
    Map<Map.Entry<UUID, String>, List<Fact>> bySource =
        facts.stream()
            .collect(Collectors.groupingBy(fact -> Map.entry(fact.institutionId(), fact.source())));
    Set<Key> known = new HashSet<>();
    bySource.forEach(
        (from, own) -> {
          known.addAll(
              sql.list(
                  KNOWN,
                  row -> new Key(from.getKey(), from.getValue(), row.text("dedupe_key")),
                  Sql.names(own.stream().map(Fact::dedupeKey).toList()),
                  from.getKey(),
                  from.getValue()));
        });
    return known;
  }

  private List<UUID> present(Collection<UUID> ids) {
    return sql.list(
        "select id from passback where id in (" + Sql.marks(ids.size()) + ")",
        row -> row.uuid("id"),
        ids.toArray());
  }

  private @Nullable Object[] row(UUID id, Fact fact) {
    return new @Nullable Object[] {
      id,
      fact.institutionId(),
      fact.source(),
      fact.dedupeKey(),
      fact.activityId(),
      fact.lmsUserId(),
      fact.kind(),
      fact.score(),
      fact.maximum(),
      fact.occurredAt(),
      clock.instant(),
      fact.undone()
    };
  }
}
