package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.AwardSettings;
import org.badgebridge.award.AwardSettingsBook;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.AwardsAtHand;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.Reach;
import org.badgebridge.delivery.Reminded.Result;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;
import org.jspecify.annotations.Nullable;

/**
 * Owes one learner one reminder about all that an institution offers them unseen, if their budget
 * allows: however many badge classes and people want to remind, one in so many days.
 */
@ApplicationScoped
public class RemindLearner {

  private final AwardsAtHand atHand;
  private final AwardSettingsBook settings;
  private final OpenOffers offers;
  private final Reminders reminders;
  private final Notices notices;
  private final Mails mails;
  private final LmsUsers lmsUsers;
  private final Standing standing;
  private final Orders orders;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public RemindLearner(
      AwardsAtHand atHand,
      AwardSettingsBook settings,
      OpenOffers offers,
      Reminders reminders,
      Notices notices,
      Mails mails,
      LmsUsers lmsUsers,
      Standing standing,
      Orders orders,
      AuditTrail audit,
      Clock clock) {
    this.atHand = atHand;
    this.settings = settings;
    this.offers = offers;
    this.reminders = reminders;
    this.notices = notices;
    this.mails = mails;
    this.lmsUsers = lmsUsers;
    this.standing = standing;
    this.orders = orders;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Staff, or a lecturer, want the learner of an award to be reminded.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if there is no such award within
   *     reach; FORBIDDEN for staff who may not award this badge class
   */
  @Transactional
  public Reminded byHand(UUID awardId, Reach reach, Actor actor) {
    DirectAward award = atHand.locked(awardId, reach, actor);
    LmsUser learner = lmsUsers.find(award.lmsUserId()).orElseThrow();
    Reminded without = Reminded.of(awardId, learner, Result.QUEUED, null);
    Instant lapses = award.life().lapsesAt();
    if (award.state() != AwardState.OFFERED
        || (lapses != null && !lapses.isAfter(clock.instant()))) {
      return without.as(Result.ENDED, null);
    }
    if (award.sandbox()) {
      return without.as(Result.TEST_USER, null);
    }
    if (award.ladder().seen() != null) {
      return without.as(Result.SEEN, award.ladder().seen());
    }
    Optional<Reminded> obstacle = obstacle(without, learner, award.institutionId());
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    Map<UUID, @Nullable Integer> rounds = new HashMap<>();
    offers
        .of(learner.id(), award.institutionId())
        .forEach(each -> rounds.put(each.awardId(), null));
    mails.queue(orders.to(learner, award.institutionId(), MailKind.REMINDER), rounds);
    audit.record(award.institutionId(), actor, "award.reminded", "direct-award", awardId, null);
    return without;
  }

  /** A planned day of a reminder has come, perhaps. */
  @Transactional
  public void onPlannedDay(UUID lmsUserId, UUID institutionId) {
    LmsUser learner = lmsUsers.find(lmsUserId).orElseThrow();
    Reminded without = Reminded.of(lmsUserId, learner, Result.QUEUED, null);
    if (obstacle(without, learner, institutionId).isPresent()) {
      return;
    }
    List<Integer> days = settings.of(institutionId).reminderDays();
    Map<UUID, @Nullable Integer> rounds = new HashMap<>();
    boolean due = false;
    for (OpenOffer each : offers.of(lmsUserId, institutionId)) {
      Integer round = reminders.round(each, days);
      rounds.put(each.awardId(), round);
      due |= round != null;
    }
    if (due) {
      mails.queue(orders.to(learner, institutionId, MailKind.REMINDER), rounds);
    }
  }

  /** What keeps a reminder from a learner now; others who want to remind them wait. */
  private Optional<Reminded> obstacle(Reminded without, LmsUser learner, UUID institutionId) {
    reminders.lock(learner.personId());
    Optional<Standing.Obstacle> unreachable = standing.obstacle(learner);
    if (unreachable.isPresent()) {
      return Optional.of(without.as(Result.valueOf(unreachable.get().name()), null));
    }
    Optional<Instant> planned = notices.planned(new Notices.Notice(learner.id(), institutionId));
    if (planned.isPresent() || mails.underWay(learner.id(), institutionId)) {
      return Optional.of(without.as(Result.ON_ITS_WAY, planned.orElse(null)));
    }
    AwardSettings.Values values = settings.of(institutionId);
    Duration gap = Duration.ofDays(values.reminderGapDays());
    return reminders
        .last(learner.id())
        .filter(last -> last.plus(gap).isAfter(clock.instant()))
        .map(last -> without.as(Result.REMINDED_BEFORE, last));
  }
}
