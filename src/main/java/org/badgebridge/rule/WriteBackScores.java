package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.AwardClaimed;
import org.badgebridge.award.AwardEnded;
import org.badgebridge.award.AwardsOffered;
import org.badgebridge.database.Sql;
import org.badgebridge.jobs.Jobs;

/**
 * Owes the LMS gradebook a score for an award, where the lecturer chose so, or the end of one that
 * staff took back, in the transaction that changed the award.
 */
@ApplicationScoped
class WriteBackScores {

  private final Sql sql;
  private final EntityManager entityManager;
  private final Jobs jobs;
  private final Clock clock;

  @Inject
  WriteBackScores(Sql sql, EntityManager entityManager, Jobs jobs, Clock clock) {
    this.sql = sql;
    this.entityManager = entityManager;
    this.jobs = jobs;
    this.clock = clock;
  }

  void onOffer(@Observes AwardsOffered offered) {
    owe(offered.awardIds());
  }

  void onClaim(@Observes AwardClaimed claimed) {
    owe(List.of(claimed.awardId()));
  }

  void onEnd(@Observes AwardEnded ended) {
    owe(List.of(ended.awardId()));
  }

  /** Owes the scores of awards that were there before the lecturer chose. */
  void oweAll(UUID attachmentId) {
    entityManager.flush();
    schedule(sql.list(OwedScore.SELECT + "a.id = ?", OwedScore::read, attachmentId));
  }

  private void owe(List<UUID> awardIds) {
    entityManager.flush();
    schedule(
        sql.list(
            OwedScore.SELECT + "w.id in (" + Sql.marks(awardIds.size()) + ")",
            OwedScore::read,
            awardIds.toArray()));
  }

  /** A job that runs already may have read the award as it was: its end is work of its own. */
  private void schedule(List<OwedScore> scores) {
    for (OwedScore score : scores) {
      String id = score.awardId().toString();
      if (score.due()) {
        jobs.schedule(WriteBackJob.NAME, id, id, clock.instant());
      } else if (score.undone()) {
        jobs.schedule(WriteBackJob.NAME, id + "/end", id, clock.instant());
      }
    }
  }
}
