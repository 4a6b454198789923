package org.badgebridge.passback;

import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Sql;

/**
 * Takes a fact into the inbox. A report that came before changes nothing; a fact older than the
 * newest of its kind is kept and never wins. Joins the transaction, and tells the rules in it, so
 * that evidence and what follows from it stand or fall together.
 */
@ApplicationScoped
public class RecordPassback {

  private static final System.Logger LOG = System.getLogger(RecordPassback.class.getName());

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
    boolean isNew =
        sql.insertOnce(
            "insert into passback (id, institution_id, source, dedupe_key, activity_id,"
                + " lms_user_id, kind, score, maximum, occurred_at, received_at,"
                + " undone) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
            fact.undone());
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
   * Records several facts; all or none. Learner by learner in one order everywhere, so that writers
   * wait for each other and never in a ring.
   *
   * @return how many are new to the inbox
   */
  @Transactional
  public int recordAll(List<Fact> facts) {
    return (int) facts.stream().sorted(BY_LEARNER).filter(this::record).count();
  }
}
