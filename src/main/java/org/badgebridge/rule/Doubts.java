package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.Reach;
import org.badgebridge.award.WithdrawAward;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.LmsUserSearch;
import org.badgebridge.web.Words;

/**
 * What becomes of awards whose evidence changed afterwards, as their rule says: a doubt for a
 * lecturer to decide, or the offer withdrawn, and given again when it is met again. Joins the
 * transaction that recorded the evidence.
 */
@ApplicationScoped
public class Doubts {

  private final Sql sql;
  private final Awards awards;
  private final WithdrawAward withdrawAward;
  private final Activities activities;
  private final Words words;
  private final Clock clock;

  @Inject
  public Doubts(
      Sql sql,
      Awards awards,
      WithdrawAward withdrawAward,
      Activities activities,
      Words words,
      Clock clock) {
    this.sql = sql;
    this.awards = awards;
    this.withdrawAward = withdrawAward;
    this.activities = activities;
    this.words = words;
    this.clock = clock;
  }

  /** How a doubt stands. */
  public enum State {
    /** A lecturer has to decide. */
    OPEN,
    /** A lecturer let the award stand. */
    KEPT,
    /** A lecturer took it back. */
    TAKEN_BACK,
    /** The rule is met again. */
    SETTLED,
    /** The rule itself withdrew the offer. */
    BY_RULE
  }

  private record Known(UUID awardId, State state) {}

  /** The learner does not meet the rule; an award that it gave is in doubt if the rule says so. */
  void metNoMore(ActiveRule rule, UUID lmsUserId, Verdict verdict) {
    if (!rule.doubts() || isOver(rule.tree())) {
      return;
    }
    Optional<DirectAward> award =
        awards
            .of(rule.badgeClassId(), lmsUserId)
            .filter(each -> rule.attachmentId().equals(each.provenance().attachmentId()))
            .filter(each -> each.state().live());
    if (award.isEmpty()) {
      return;
    }
    Optional<Known> known = known(award.get().id());
    if (known.filter(each -> each.state() == State.KEPT).isPresent()) {
      return; // somebody decided about this already
    }
    boolean withdraws =
        rule.onChange() == AwardRule.OnChange.WITHDRAW && award.get().state() != AwardState.CLAIMED;
    raise(award.get().id(), rule, verdict, withdraws ? State.BY_RULE : State.OPEN);
    if (withdraws) {
      withdrawAward.withdraw(
          award.get().id(), why(lmsUserId), Reach.course(rule.courseId()), rule.actor());
    }
  }

  /**
   * The learner meets the rule; doubts end.
   *
   * @return whether there is nothing more to offer: what the rule withdrew came back, or stays away
   */
  boolean metAgain(ActiveRule rule, UUID lmsUserId) {
    if (!rule.doubts()) {
      return false;
    }
    Optional<DirectAward> award =
        awards
            .of(rule.badgeClassId(), lmsUserId)
            .filter(each -> rule.attachmentId().equals(each.provenance().attachmentId()));
    Optional<Known> known = award.flatMap(each -> known(each.id()));
    if (known.isEmpty()) {
      return false;
    }
    if (known.get().state() == State.OPEN || known.get().state() == State.KEPT) {
      settle(known.get().awardId(), State.SETTLED);
      return true;
    }
    boolean back =
        known.get().state() == State.BY_RULE
            && rule.reEarn()
            && (award.get().state() == AwardState.WITHDRAWN
                || award.get().state() == AwardState.REJECTED);
    if (back) {
      settle(known.get().awardId(), State.SETTLED);
      withdrawAward.restore(known.get().awardId(), Reach.course(rule.courseId()), rule.actor());
    }
    return known.get().state() == State.BY_RULE;
  }

  /** What was done after the deadline counts neither for nor against. */
  private boolean isOver(RuleTree tree) {
    return tree instanceof Until until && !clock.instant().isBefore(until.deadline());
  }

  private Optional<Known> known(UUID awardId) {
    return sql.first(
        "select award_id, state from award_doubt where award_id = ?",
        row -> new Known(row.uuid("award_id"), State.valueOf(row.text("state"))),
        awardId);
  }

  private void raise(UUID awardId, ActiveRule rule, Verdict verdict, State state) {
    Map<UUID, String> titles =
        activities.find(rule.activities()).stream()
            .collect(Collectors.toMap(Activity::id, Activity::title));
    String seen = Reason.seen(rule.ruleId(), rule.number(), verdict, titles).toJson();
    sql.insertOnce(
        "insert into award_doubt (award_id, attachment_id, state, seen, raised_at)"
            + " values (?, ?, ?, ?, ?)",
        awardId,
        rule.attachmentId(),
        state,
        seen,
        clock.instant());
    sql.update(
        "update award_doubt set state = ?, seen = ?, raised_at = ?, decided_at = null,"
            + " decided_by = null where award_id = ?",
        state,
        seen,
        clock.instant(),
        awardId);
  }

  private void settle(UUID awardId, State state) {
    sql.update(
        "update award_doubt set state = ?, decided_at = ? where award_id = ?",
        state,
        clock.instant(),
        awardId);
  }

  private String why(UUID lmsUserId) {
    String wish =
        sql.first(
                "select coalesce(locale, 'en') as locale from lms_user where id = ?",
                row -> row.text("locale"),
                lmsUserId)
            .orElse("en");
    return words.text(Words.choose(wish), "rule.withdrawn-by-rule");
  }

  /** How many awards of an attachment a lecturer has to decide about. */
  public long open(UUID attachmentId) {
    return sql.first(
            "select count(*) as number from award_doubt where attachment_id = ? and state = 'OPEN'",
            row -> row.count("number"),
            attachmentId)
        .orElse(0L);
  }

  /** Some of them, the oldest first. */
  public List<Doubt> openOnes(UUID attachmentId, int most) {
    return sql.list(
        "select d.award_id, d.seen, d.raised_at, w.lms_user_id, w.state, w.reason, "
            + LmsUserSearch.NAMES
            + " from award_doubt d join direct_award w on w.id = d.award_id"
            + " join lms_user u on u.id = w.lms_user_id"
            + " where d.attachment_id = ? and d.state = 'OPEN' order by d.raised_at, d.award_id"
            + " limit "
            + most,
        Doubt::read,
        attachmentId);
  }
}
