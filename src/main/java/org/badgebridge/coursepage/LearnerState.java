package org.badgebridge.coursepage;

import java.time.Instant;
import java.util.Locale;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.request.RequestRow;
import org.badgebridge.award.request.RequestState;
import org.jspecify.annotations.Nullable;

/** Where a learner stands with a badge, as the learner's page tells it. */
public enum LearnerState {
  /** Nothing was given and the lecturer has not switched the badge on. */
  OFF("info"),
  /** The rule is not met yet. */
  NOT_YET("info"),
  /** The rule is met; all places of the badge are taken. */
  WAITS("info"),
  /** The rule is met; the lecturer decides. */
  WAITING("info"),
  /** The rule is met; the learner can ask for it. */
  MAY_ASK("info"),
  /** The learner asked; somebody decides. */
  ASKED("info"),
  /** Whoever decides wants to read something else. */
  RETURNED("warn"),
  /** Whoever decides said no to what the learner asked. */
  DENIED("warn"),
  OFFERED("good"),
  CLAIMED("good"),
  DECLINED("warn"),
  ENDED("warn"),
  EXPIRED("warn"),
  REJECTED("warn"),
  REVOKED("bad");

  private final String tone;

  LearnerState(String tone) {
    this.tone = tone;
  }

  /** The tone of the notice: info, good, warn or bad. */
  public String tone() {
    return tone;
  }

  /** The message key of this standing. */
  public String key() {
    return "coursepage.learner." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Where a learner stands.
   *
   * @param on whether the badge is switched on
   * @param waits whether the learner waits for a place
   */
  static LearnerState of(@Nullable DirectAward award, AskView ask, boolean on, boolean waits) {
    RequestRow asked = ask.last();
    if (asked != null && asked.state().live()) {
      return asked.state() == RequestState.OPEN ? ASKED : RETURNED;
    }
    if (asked != null && asked.state() == RequestState.DENIED && isNews(asked, award)) {
      return DENIED;
    }
    if (award != null) {
      return of(award.state());
    }
    if (ask.mayAsk()) {
      return MAY_ASK;
    }
    if (on && waits) {
      return WAITS;
    }
    return on ? NOT_YET : OFF;
  }

  /** Whether a denial came after all that became of an award. */
  private static boolean isNews(RequestRow denied, @Nullable DirectAward award) {
    Instant ended = award == null ? null : award.life().ended();
    return award == null || (ended != null && ended.isBefore(denied.sentAt()));
  }

  private static LearnerState of(AwardState state) {
    return switch (state) {
      case PROPOSED, SCHEDULED -> WAITING;
      case OFFERED -> OFFERED;
      case CLAIMED -> CLAIMED;
      case DECLINED -> DECLINED;
      case EXPIRED -> EXPIRED;
      case WITHDRAWN -> ENDED;
      case REJECTED -> REJECTED;
      case REVOKED -> REVOKED;
    };
  }
}
