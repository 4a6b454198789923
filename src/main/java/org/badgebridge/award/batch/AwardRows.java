package org.badgebridge.award.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.award.AwardsAtHand;
import org.badgebridge.award.Offer;
import org.badgebridge.award.OfferAward;
import org.badgebridge.award.Outcome;
import org.badgebridge.award.Provenance;
import org.badgebridge.award.Requirements;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.identity.Addressees;
import org.badgebridge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Awards the next rows of a table. A crash goes on where it stopped, and a second run awards nobody
 * twice: progress and awards are one transaction.
 */
@ApplicationScoped
public class AwardRows {

  static final int BATCH = 100;

  private final Batches batches;
  private final AwardsAtHand atHand;
  private final BadgeClasses badgeClasses;
  private final Addressees addressees;
  private final OfferAward offerAward;
  private final Clock clock;

  @Inject
  public AwardRows(
      Batches batches,
      AwardsAtHand atHand,
      BadgeClasses badgeClasses,
      Addressees addressees,
      OfferAward offerAward,
      Clock clock) {
    this.batches = batches;
    this.atHand = atHand;
    this.badgeClasses = badgeClasses;
    this.addressees = addressees;
    this.offerAward = offerAward;
    this.clock = clock;
  }

  /**
   * Awards some rows. Whoever uploaded it must still have the right, and the badge class must still
   * be published: both may have changed since.
   *
   * @return whether there may be more
   */
  @Transactional
  public boolean next(UUID id) {
    Batch batch = batches.lock(id);
    if (!batch.isRunning()) {
      return false;
    }
    String stop = stop(batch);
    List<BatchRow> rows = batches.rows(id, Verdict.GOOD, batch.done(), BATCH);
    if (stop != null || rows.isEmpty()) {
      batches.finish(id, stop, clock.instant());
      return false;
    }
    Requirements requirements =
        Requirements.of(badgeClasses.find(batch.badgeClassId()).orElseThrow().content());
    for (BatchRow row : rows) {
      if (requirements.faults(row.details()).isEmpty()) {
        award(batch, row);
      } else {
        batches.outcome(id, row.place(), "REFUSED", null);
      }
    }
    batches.progress(id, rows.get(rows.size() - 1).place());
    return true;
  }

  private @Nullable String stop(Batch batch) {
    try {
      atHand.requireStaff(batch.badgeClassId(), batch.uploader());
    } catch (ProblemException e) {
      return "award.batch.stopped-rights";
    }
    boolean published =
        badgeClasses
            .find(batch.badgeClassId())
            .filter(each -> each.state() == BadgeClass.State.PUBLISHED)
            .isPresent();
    return published ? null : "award.batch.stopped-archived";
  }

  private void award(Batch batch, BatchRow row) {
    Instant now = clock.instant();
    UUID learner =
        addressees.named(
            batch.institutionId(),
            Objects.requireNonNull(row.by()),
            Objects.requireNonNull(row.as()),
            row.name(),
            row.email());
    Outcome outcome =
        offerAward.offer(
            new Offer(
                batch.institutionId(),
                batch.badgeClassId(),
                learner,
                Provenance.of(Provenance.Origin.CSV).within(batch.id()),
                Offer.NO_REASON,
                row.details(),
                Offer.Moment.from(batch.scheduledFor(), now),
                false,
                true,
                batch.uploader()));
    String told =
        switch (outcome.result()) {
          case OFFERED, PROPOSED, SCHEDULED -> "AWARDED";
          case ALREADY_OPEN -> "OPEN";
          case ALREADY_HELD -> "HELD";
          case ENDED_BEFORE, ONLY_ON_REQUEST -> "REFUSED";
        };
    batches.outcome(batch.id(), row.place(), told, outcome.awardId());
  }
}
