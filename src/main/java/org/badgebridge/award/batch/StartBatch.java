package org.badgebridge.award.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.AwardSettingsBook;
import org.badgebridge.award.AwardsAtHand;
import org.badgebridge.identity.Actor;
import org.badgebridge.jobs.Jobs;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Begins to award the good rows of a table, and takes all of it back. */
@ApplicationScoped
public class StartBatch {

  private final Batches batches;
  private final AwardsAtHand atHand;
  private final AwardSettingsBook settings;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public StartBatch(
      Batches batches,
      AwardsAtHand atHand,
      AwardSettingsBook settings,
      Jobs jobs,
      AuditTrail audit,
      Clock clock) {
    this.batches = batches;
    this.atHand = atHand;
    this.settings = settings;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Begins; a job awards row by row. Twice changes nothing.
   *
   * @param from from when the learners can claim; null for at once
   * @throws ProblemException NOT_FOUND or FORBIDDEN unless they may award the badge class
   */
  @Transactional
  public void start(UUID id, @Nullable Instant from, Actor actor) {
    Batch batch = batches.lock(id);
    atHand.requireStaff(batch.badgeClassId(), actor);
    if (!batch.isWaiting()) {
      return;
    }
    Instant now = clock.instant();
    Instant first = from != null && from.isAfter(now) ? from : now;
    Duration undo = Duration.ofMinutes(settings.of(batch.institutionId()).undoMinutes());
    batches.start(id, first.equals(now) ? null : from, first.plus(undo), now);
    jobs.schedule(AwardRowsJob.NAME, id.toString(), id.toString(), now);
    audit.record(batch.institutionId(), actor, "award-batch.started", "award-batch", id, null);
  }

  /**
   * Takes back what nobody has been told of yet; what is claimed already stays. Twice changes
   * nothing.
   *
   * @throws ProblemException NOT_FOUND or FORBIDDEN unless they may award the badge class, CONFLICT
   *     when it is too late
   */
  @Transactional
  public void undo(UUID id, Actor actor) {
    Batch batch = batches.lock(id);
    atHand.requireStaff(batch.badgeClassId(), actor);
    if (batch.undoneAt() != null) {
      return;
    }
    Instant now = clock.instant();
    if (!batch.isUndoable(now)) {
      throw new ProblemException(ProblemType.CONFLICT, "award.batch.too-late");
    }
    batches.undo(id, now);
    jobs.schedule(UndoRowsJob.NAME, id.toString(), id.toString(), now);
    audit.record(batch.institutionId(), actor, "award-batch.undone", "award-batch", id, null);
  }
}
