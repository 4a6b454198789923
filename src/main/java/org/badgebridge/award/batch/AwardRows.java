package org.badgebridge.award.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  private static final String REFUSED = "REFUSED";

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
    Map<Boolean, List<BatchRow>> bySense =
        rows.stream()
            .collect(
                Collectors.partitioningBy(row -> requirements.faults(row.details()).isEmpty()));
    batches.told(id, award(batch, bySense.getOrDefault(true, List.of())));
    batches.told(
        id,
        bySense.getOrDefault(false, List.of()).stream()
            .map(row -> new Batches.Told(row.place(), REFUSED, null))
            .toList());
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

  private List<Batches.Told> award(Batch batch, List<BatchRow> rows) {
    Offer.Moment moment = Offer.Moment.from(batch.scheduledFor(), clock.instant());
    List<UUID> learners =
        addressees.named(batch.institutionId(), rows.stream().map(AwardRows::named).toList());
    List<Outcome> outcomes =
        offerAward.toAll(
            IntStream.range(0, rows.size())
                .mapToObj(i -> offer(batch, rows.get(i), learners.get(i), moment))
                .toList());
    return IntStream.range(0, rows.size())
        .mapToObj(i -> told(rows.get(i), outcomes.get(i)))
        .toList();
  }

  private static Addressees.Named named(BatchRow row) {
    return new Addressees.Named(
        Objects.requireNonNull(row.by()),
        Objects.requireNonNull(row.as()),
        row.name(),
        row.email());
  }

  private static Offer offer(Batch batch, BatchRow row, UUID learner, Offer.Moment moment) {
    return new Offer(
        batch.institutionId(),
        batch.badgeClassId(),
        learner,
        Provenance.of(Provenance.Origin.CSV).within(batch.id()),
        Offer.NO_REASON,
        row.details(),
        moment,
        false,
        true,
        null,
        batch.uploader());
  }

  private static Batches.Told told(BatchRow row, Outcome outcome) {
    String told =
        switch (outcome.result()) {
          case OFFERED, PROPOSED, SCHEDULED -> "AWARDED";
          case ALREADY_OPEN -> "OPEN";
          case ALREADY_HELD -> "HELD";
          case ENDED_BEFORE, ONLY_ON_REQUEST -> REFUSED;
          case FULL -> "FULL";
        };
    return new Batches.Told(row.place(), told, outcome.awardId());
  }
}
